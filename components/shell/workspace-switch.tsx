"use client";

import { ChevronsUpDown, FlaskConical, Settings } from "lucide-react";
import type { ReactNode } from "react";

import { Menu, MenuLink, MenuNote, MenuSeparator } from "@/components/ui/menu";
import { workspacePath } from "@/lib/routes";

import { type ShellWorkspace, useWorkspace } from "./workspace-context";

export type WorkspaceSwitchProps = {
  workspaces: readonly ShellWorkspace[];
  /** The account's id, streamed in: it takes a call to AWS. */
  account: ReactNode;
};

/** Says in words where one is: label, account, region; and leads to the other workspaces. */
export function WorkspaceSwitch({ workspaces, account }: WorkspaceSwitchProps) {
  const current = useWorkspace();
  return (
    <Menu
      align="start"
      className="w-80"
      trigger={
        <button
          type="button"
          className="flex h-8 max-w-full min-w-0 items-center gap-2 rounded-control px-2 text-sm transition-colors hover:bg-hover max-md:h-9 max-md:w-full data-popup-open:bg-hover"
        >
          <span className="sr-only">Workspace: </span>
          <span className="truncate font-medium">{current.label}</span>
          <span className="flex shrink-0 items-center gap-2 text-muted">
            <span aria-hidden="true">·</span>
            {account}
            <span aria-hidden="true">·</span>
            {current.region}
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-muted max-md:ml-auto" />
        </button>
      }
    >
      <MenuNote>Workspaces</MenuNote>
      {workspaces.map((workspace) => (
        <MenuLink key={workspace.id} href={workspacePath(workspace.id)}>
          <span className="flex items-baseline justify-between gap-3">
            <span className={workspace.id === current.id ? "truncate font-medium" : "truncate"}>
              {workspace.label}
              {workspace.id === current.id ? <span className="sr-only"> (current)</span> : null}
            </span>
            <span className="flex shrink-0 items-center gap-1 text-sm text-muted">
              {workspace.isEmulator ? <FlaskConical aria-label="Emulator" className="size-3.5" /> : null}
              {workspace.region}
            </span>
          </span>
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink href={workspacePath(current.id, "/settings")} icon={<Settings aria-hidden="true" />}>
        Manage workspaces
      </MenuLink>
    </Menu>
  );
}
