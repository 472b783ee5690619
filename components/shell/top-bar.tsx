"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

import { workspacePath } from "@/lib/routes";

import { Logo } from "./logo";
import { useWorkspace } from "./workspace-context";

type TopBarProps = {
  start: ReactNode;
  workspaceSwitch: ReactNode;
  palette: ReactNode;
  children: ReactNode;
};

/** Workspace, search, theme and person. On phones the workspace has a line of its own below. */
export function TopBar({ start, workspaceSwitch, palette, children }: TopBarProps) {
  const { id } = useWorkspace();
  return (
    <div className="flex h-(--bar-height) items-center gap-2 border-b border-border bg-panel pr-3 pl-3 md:pl-4">
      {start}
      <Link href={workspacePath(id)} className="flex shrink-0 items-center gap-2.5 rounded-control font-semibold">
        <Logo className="size-6" />
        <span className="max-lg:sr-only">SageMaker console</span>
      </Link>
      <span aria-hidden="true" className="mx-1 h-5 w-px bg-border max-md:hidden" />
      <div className="min-w-0 max-md:hidden">{workspaceSwitch}</div>
      <div className="ml-auto flex items-center gap-1">
        {palette}
        {children}
      </div>
    </div>
  );
}
