"use client";

import { createContext, type ReactNode, use } from "react";

import type { Member } from "@/lib/auth/member";
import { can, PERMISSIONS, type Permission } from "@/lib/auth/permissions";
import type { PackedPrices } from "@/lib/costs/price-table";
import type { Workspace } from "@/lib/workspaces/view";

/** What the browser needs to know of the workspace it is in. */
export type ShellWorkspace = Pick<Workspace, "id" | "label" | "region" | "isEmulator">;

const WorkspaceContext = createContext<ShellWorkspace | null>(null);
const MemberContext = createContext<Member | null>(null);
const PricesContext = createContext<PackedPrices | null>(null);

type WorkspaceProviderProps = {
  workspace: ShellWorkspace;
  member: Member;
  /** What was read from AWS's price list; without it the prices are those that come with the console. */
  prices?: PackedPrices | null;
  children: ReactNode;
};

/** Tells everything inside which workspace it is in and who is looking. Tests wrap components in it too. */
export function WorkspaceProvider({ workspace, member, prices = null, children }: WorkspaceProviderProps) {
  return (
    <WorkspaceContext value={workspace}>
      <MemberContext value={member}>
        <PricesContext value={prices}>{children}</PricesContext>
      </MemberContext>
    </WorkspaceContext>
  );
}

/** The workspace that the page is in. */
export function useWorkspace(): ShellWorkspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace is used outside a workspace");
  return workspace;
}

/** The signed-in person. */
export function useMember(): Member {
  const member = use(MemberContext);
  if (!member) throw new Error("useMember is used outside a workspace");
  return member;
}

/** The prices that were read from AWS for the workspace's region; null: none. `usePrices` has the others too. */
export function useListedPrices(): PackedPrices | null {
  return use(PricesContext);
}

/** True when the person may do it. The server checks again; this decides only what looks possible. */
export function useCan(permission: Permission): boolean {
  return can(useMember().role, permission);
}

/** Why the person may not do it, to show beside the disabled control: `Needs the operator role.` Null when they may. */
export function useRefusal(permission: Permission): string | null {
  return useCan(permission) ? null : `Needs the ${PERMISSIONS[permission]} role.`;
}
