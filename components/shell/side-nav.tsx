"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";

import { NavLinks } from "./nav-links";
import { toggleNav, useNavCollapsed } from "./nav-state";

/** The navigation beside the page; folded, each icon keeps its word. */
export function SideNav() {
  const collapsed = useNavCollapsed();
  const Icon = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <div className="sticky top-[calc(var(--ribbon-height)+var(--bar-height))] flex h-[calc(100dvh-var(--ribbon-height)-var(--bar-height))] w-52 shrink-0 flex-col border-r border-border bg-panel in-data-[nav=collapsed]:w-21 max-lg:hidden">
      <nav aria-label="Main" className="flex-1 overflow-y-auto p-3 in-data-[nav=collapsed]:px-1.5">
        <NavLinks />
      </nav>
      <div className="border-t border-border p-2 in-data-[nav=collapsed]:px-1.5">
        <button
          type="button"
          onClick={toggleNav}
          aria-expanded={!collapsed}
          className="flex h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-sm text-muted transition-colors hover:bg-hover hover:text-foreground in-data-[nav=collapsed]:justify-center in-data-[nav=collapsed]:px-0"
        >
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          <span className="in-data-[nav=collapsed]:sr-only">{collapsed ? "Expand navigation" : "Collapse"}</span>
        </button>
      </div>
    </div>
  );
}
