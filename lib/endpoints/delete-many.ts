import "server-only";
import type { Member } from "@/lib/auth/member";
import { toAppError } from "@/lib/aws/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { beginDeletion, previewDeletion } from "./deletion";
import type { BegunDeletion, ManyDeletions } from "./deletion-view";
import { inPool } from "./pool";
import type { DeleteEndpointInput } from "./schema";
import { findPartUsers } from "./shared-parts";

const WIDTH = 4;

/** What deleting several endpoints at once would take along: what only they use goes with them. */
export async function previewDeletions(workspace: Workspace, names: readonly string[]): Promise<ManyDeletions> {
  const users = findPartUsers(workspace, names);
  const previews = await inPool(names, WIDTH, async (name) => {
    try {
      return { name, preview: await previewDeletion(workspace, name, users), problem: null };
    } catch (cause) {
      return { name, preview: null, problem: toAppError(cause).problem };
    }
  });
  return previews;
}

/**
 * Begins to delete several endpoints, each as an operation of its own. A part that some of them share goes with the last
 * of them, which waits for the others. One that cannot be begun does not keep the rest.
 */
export async function removeEndpoints(
  workspace: Workspace,
  member: Member,
  inputs: readonly DeleteEndpointInput[],
): Promise<BegunDeletion[]> {
  const users = findPartUsers(
    workspace,
    inputs.map(({ name }) => name),
  );
  const begun: BegunDeletion[] = [];
  for (const [index, input] of inputs.entries()) {
    const { own, after } = shareOf(input, inputs.slice(0, index), inputs.slice(index + 1));
    try {
      const { id } = await beginDeletion(workspace, member, own, { users, after });
      begun.push({ name: input.name, operationId: id, problem: null });
    } catch (cause) {
      begun.push({ name: input.name, operationId: null, problem: toAppError(cause).problem });
    }
  }
  return begun;
}

/** What is left of a deletion when a later one takes the shared parts, and which earlier ones it must wait for. */
export function shareOf(
  input: DeleteEndpointInput,
  before: readonly DeleteEndpointInput[],
  later: readonly DeleteEndpointInput[],
): { own: DeleteEndpointInput; after: string[] } {
  const rest = (of: (each: DeleteEndpointInput) => readonly string[] | undefined) => {
    const taken = new Set(later.flatMap((each) => of(each) ?? []));
    return (of(input) ?? []).filter((name) => !taken.has(name));
  };
  const shares = (other: DeleteEndpointInput) =>
    other.models.some((name) => input.models.includes(name)) ||
    (other.earlier ?? []).some((name) => input.earlier?.includes(name));
  return {
    own: {
      ...input,
      models: rest(({ models }) => models),
      earlier: rest(({ earlier }) => earlier),
      alarms: rest(({ alarms }) => alarms),
    },
    after: before.filter(shares).map(({ name }) => name),
  };
}
