import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "@/lib/auth/member";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import {
  closeOperation,
  insertOperation,
  type JournalRecord,
  listUnfinished,
  type Progress,
  readOperation,
  restartOperation,
  toOperationView,
} from "./journal";
import type { MoreSteps, Step } from "./kind";
import { operationKind } from "./registry";
import { wakeOperations } from "./sweeper";
import { isUnderWay, type OperationStepView, type OperationView } from "./view";

const LOOK_EVERY_MS = 100;

type NewOperation = {
  /** Given by the browser, so that sending a form twice begins one operation. */
  id: string;
  kind: string;
  target: string;
  summary: Record<string, unknown>;
  plan: unknown;
};

/** Writes an operation down and lets it begin; the answer comes before the work. */
export async function startOperation(workspace: Workspace, member: Member, wish: NewOperation): Promise<OperationView> {
  const kind = operationKind(wish.kind);
  const more = kind.more?.(wish.plan) ?? NO_MORE;
  const steps = [...more.first, ...kind.make, ...more.last].map(pending);
  const progress: Progress = { intent: "make", steps, existing: [] };
  await insertOperation({ ...wish, workspaceId: workspace.id, member, progress });
  wakeOperations();
  return getOperation(workspace, wish.id);
}

/** An operation of this workspace; throws `not-found`. */
export async function getOperation(workspace: Workspace, id: string): Promise<OperationView> {
  return toOperationView(await requireRecord(workspace, id));
}

/** The operation once it has ended, or as it stands after `patienceMs`: for changes that take seconds. */
export async function operationAfter(workspace: Workspace, id: string, patienceMs: number): Promise<OperationView> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const operation = await getOperation(workspace, id);
    if (!isUnderWay(operation) || Date.now() > until) return operation;
    await sleep(LOOK_EVERY_MS);
  }
}

/** Running and failed operations of a workspace, newest first. */
export async function unfinishedOperations(workspace: Workspace): Promise<OperationView[]> {
  return (await listUnfinished(workspace.id)).map(toOperationView);
}

/** Tries a failed operation again. */
export async function retryOperation(workspace: Workspace, member: Member, id: string): Promise<OperationView> {
  const record = await requireRecord(workspace, id);
  const { progress } = record;
  const failed = progress.steps.find((entry) => entry.state === "failed")?.id ?? "";
  const steps =
    progress.intent === "remove"
      ? removalOf(record)
      : [...moreOf(record).first, ...operationKind(record.kind).retry(failed), ...moreOf(record).last];
  return restart(workspace, id, { ...progress, restartedBy: member, steps: steps.map(pending) });
}

/** Takes back what a failed operation made, newest first. */
export async function removeMade(workspace: Workspace, member: Member, id: string): Promise<OperationView> {
  const record = await requireRecord(workspace, id);
  const steps = removalOf(record).map(pending);
  return restart(workspace, id, { ...record.progress, restartedBy: member, intent: "remove", steps });
}

/** Leaves a failed operation as it is: what exists stays, and nobody is reminded of it any more. */
export async function dismissOperation(workspace: Workspace, id: string): Promise<OperationView> {
  await requireRecord(workspace, id);
  if (!(await closeOperation(id))) throw new AppError("conflict", "Only a failed operation can be left as it is.");
  return getOperation(workspace, id);
}

const NO_MORE: MoreSteps<unknown> = { first: [], last: [], removedLast: [] };

function moreOf(record: JournalRecord): MoreSteps<unknown> {
  return operationKind(record.kind).more?.(record.openPlan()) ?? NO_MORE;
}

function removalOf(record: JournalRecord): Step<unknown>[] {
  const { removedFirst = [], removedLast } = moreOf(record);
  return [...removedFirst, ...operationKind(record.kind).remove, ...removedLast];
}

async function restart(workspace: Workspace, id: string, progress: Progress): Promise<OperationView> {
  if (!(await restartOperation(id, progress))) {
    const { status } = await getOperation(workspace, id);
    // Somebody else pressed the same button a moment ago: that is what was wanted.
    if (status === "running") return getOperation(workspace, id);
    throw new AppError("conflict", "This has ended already; there is nothing to do.");
  }
  wakeOperations();
  return getOperation(workspace, id);
}

async function requireRecord(workspace: Workspace, id: string): Promise<JournalRecord> {
  const record = await readOperation(id);
  if (record?.workspaceId === workspace.id) return record;
  throw new AppError("not-found", "There is no such operation in this workspace.", {
    hint: "Check the address, and the workspace at the top of the page.",
  });
}

function pending(step: Pick<Step<unknown>, "id" | "title">): OperationStepView {
  return { id: step.id, title: step.title, state: "pending", startedAt: null, finishedAt: null, note: null };
}
