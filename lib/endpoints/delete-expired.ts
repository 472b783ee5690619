import "server-only";
import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/auth/member";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { listTags } from "@/lib/aws/sagemaker/tags";
import { takeTurn } from "@/lib/db/turn";
import { unfinishedOperations } from "@/lib/operations/service";
import { deletesExpired } from "@/lib/settings/delete-expired";
import { listWorkspaces } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { previewDeletion, removeEndpoint } from "./deletion";
import { chosenDeletion } from "./deletion-view";
import { listExpiring } from "./expiring";
import { expiryOf, isExpired } from "./expiry";
import { deletionRefusal } from "./status";

const SWEEP_EVERY_MS = 60_000;
const TURN = "delete-expired-endpoints";

/** Whose name stands in the activity for what nobody clicked. */
const AUTOMATIC: Member = { id: "automatic", name: "Automatic deletion of expired endpoints", role: "admin" };

type Sweeper = { owner: string; wake: () => void };
// On globalThis, because Next loads this module once per bundle (actions, routes, instrumentation).
const held = globalThis as typeof globalThis & { __expirySweeper?: Sweeper };

/** Begins to look once a minute for expired endpoints of workspaces that want them deleted. Call it once. */
export function startExpirySweeper(): void {
  if (held.__expirySweeper) return;
  const sweeper: Sweeper = { owner: randomUUID(), wake: () => {} };
  held.__expirySweeper = sweeper;
  void loop(sweeper);
}

/** Looks soon: somebody switched it on. */
export function wakeExpirySweeper(): void {
  held.__expirySweeper?.wake();
}

async function loop(sweeper: Sweeper): Promise<never> {
  for (;;) {
    const woken = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, SWEEP_EVERY_MS);
      timer.unref();
      sweeper.wake = resolve;
    });
    await deleteExpired(sweeper.owner).catch((cause: unknown) => console.error("Expired endpoints:", message(cause)));
    await woken;
  }
}

/**
 * Deletes what has expired in each workspace whose administrators switched that on, by the journalled deletion. Only one
 * replica at a time does; what is being deleted, or could not be, is not begun again. Answers the names it began with.
 */
export async function deleteExpired(owner: string, now = Date.now()): Promise<string[]> {
  if (!(await takeTurn(TURN, owner, SWEEP_EVERY_MS / 2))) return [];
  const begun: string[] = [];
  for (const workspace of await listWorkspaces()) {
    if (!(await deletesExpired(workspace.id))) continue;
    try {
      begun.push(...(await deleteExpiredOf(workspace, now)));
    } catch (cause) {
      console.error(`Expired endpoints of ${workspace.id}:`, message(cause));
    }
  }
  return begun;
}

async function deleteExpiredOf(workspace: Workspace, now: number): Promise<string[]> {
  const begun: string[] = [];
  const busy = new Set((await unfinishedOperations(workspace)).map(({ target }) => target));
  for (const { name, expiresAt } of await listExpiring(workspace)) {
    if (!isExpired(expiresAt, now) || busy.has(`endpoint ${name}`)) continue;
    if (!(await isStillExpired(workspace, name, now))) continue;
    const preview = await previewDeletion(workspace, name);
    // One that cannot go, because components stand on it, does not keep the others.
    if (preview.refusal) continue;
    await removeEndpoint(workspace, AUTOMATIC, chosenDeletion(preview));
    begun.push(name);
  }
  return begun;
}

/** Asked again just before, past every cache: somebody may have extended it a moment ago. */
async function isStillExpired(workspace: Workspace, name: string, now: number): Promise<boolean> {
  forgetReads(workspace.id);
  const { arn, status } = await describeEndpoint(workspace, name);
  if (status === "Deleting" || deletionRefusal(status)) return false;
  const expiresAt = expiryOf(await listTags(workspace, arn));
  return expiresAt !== null && isExpired(expiresAt, now) && (await deletesExpired(workspace.id));
}

// Never the error itself: an AWS error carries the whole request.
const message = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
