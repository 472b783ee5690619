import type { ReactNode } from "react";

import { Breadcrumbs } from "./breadcrumbs";
import { EmulatorRibbon } from "./emulator-ribbon";
import { NavDrawer } from "./nav-drawer";
import { Palette } from "./palette/palette";
import { PersonMenu } from "./person-menu";
import { SideNav } from "./side-nav";
import { ThemeMenu } from "./theme-menu";
import { TopBar } from "./top-bar";
import { WorkspaceSwitch, type WorkspaceSwitchProps } from "./workspace-switch";

type AppShellProps = WorkspaceSwitchProps & { isEmulator: boolean; children: ReactNode };

/** The frame around every page of a workspace. */
export function AppShell({ isEmulator, workspaces, account, children }: AppShellProps) {
  const workspaceSwitch = <WorkspaceSwitch workspaces={workspaces} account={account} />;
  return (
    <div
      className="flex min-h-dvh flex-col [--bar-height:48px]"
      style={{ "--ribbon-height": isEmulator ? "28px" : "0px" }}
    >
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-30">
        {isEmulator ? <EmulatorRibbon /> : null}
        <TopBar start={<NavDrawer />} workspaceSwitch={workspaceSwitch} palette={<Palette workspaces={workspaces} />}>
          <ThemeMenu />
          <PersonMenu />
        </TopBar>
      </header>
      <div className="border-b border-border bg-panel px-3 py-1 md:hidden">{workspaceSwitch}</div>
      <div className="flex flex-1">
        <SideNav />
        <div id="content" tabIndex={-1} className="min-w-0 flex-1 p-6 outline-none max-sm:px-4 max-sm:py-5">
          <Breadcrumbs />
          {children}
        </div>
      </div>
    </div>
  );
}
