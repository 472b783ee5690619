import "server-only";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";

import { auditChange } from "@/lib/audit/audit-change";
import type { Member } from "@/lib/auth/member";
import type { Permission } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/session";
import { toAppError } from "@/lib/aws/errors";
import type { Problem } from "@/lib/errors";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import type { ActionResult } from "./result";

export type ActionContext = { member: Member };
export type WorkspaceActionContext = ActionContext & { workspace: Workspace };

type ActionSpec<S extends z.ZodType, T, C> = {
  permission: Permission;
  input: S;
  /** What the change is about, for the audit log: `endpoint my-endpoint`. Never put a secret in it. */
  target: (input: z.output<S>) => string;
  run: (input: z.output<S>, context: C) => Promise<T>;
};

/** Makes a server action that checks the role, parses the input, writes the audit row and words every failure. */
export function authedAction<S extends z.ZodType, T>(spec: ActionSpec<S, T, ActionContext>) {
  return (raw: z.input<S>): Promise<ActionResult<T>> =>
    answer(spec, raw, null, (input, member) => spec.run(input, { member }));
}

/** The same for an action inside a workspace; the page binds the workspace's id. */
export function workspaceAction<S extends z.ZodType, T>(spec: ActionSpec<S, T, WorkspaceActionContext>) {
  return (workspaceId: string, raw: z.input<S>): Promise<ActionResult<T>> =>
    answer(spec, raw, workspaceId, async (input, member) =>
      spec.run(input, { member, workspace: await requireWorkspace(workspaceId) }),
    );
}

async function answer<S extends z.ZodType, T, C>(
  spec: ActionSpec<S, T, C>,
  raw: unknown,
  workspaceId: string | null,
  run: (input: z.output<S>, member: Member) => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    const member = await requireMember(spec.permission);
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return { ok: false, error: invalid(parsed.error) };
    const change = { member, workspaceId, action: spec.permission, target: spec.target(parsed.data) };
    return { ok: true, data: await auditChange(change, () => run(parsed.data, member)) };
  } catch (cause) {
    unstable_rethrow(cause); // redirect() and notFound() are Next's, not ours
    return { ok: false, error: toAppError(cause).problem };
  }
}

function invalid(error: z.ZodError): Problem {
  const { formErrors, fieldErrors } = z.flattenError(error);
  return { code: "invalid", message: formErrors[0] ?? "Check the marked fields.", fieldErrors };
}
