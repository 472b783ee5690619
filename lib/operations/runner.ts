import "server-only";
import { auditChange } from "@/lib/audit/audit-change";
import { toAppError } from "@/lib/aws/errors";
import { AppError, type Problem } from "@/lib/errors";
import { hideInProblem } from "@/lib/secrets/hide";
import { requireWorkspace } from "@/lib/workspaces/service";

import { type JournalRecord, type Progress, readOperation } from "./journal";
import type { OperationKind, Step, StepContext } from "./kind";
import { type Lease, LeaseLost, takeLease } from "./lease";
import { withPatience } from "./patience";
import { operationKind } from "./registry";
import type { OperationStepView } from "./view";

/** Called at each point where a crash would leave something half done; the crash test ends the process there. */
export type PointReached = (point: `${string}:${"attempting" | "called" | "done"}`) => void;

type Run = {
  record: JournalRecord;
  progress: Progress;
  lease: Lease;
  kind: OperationKind<unknown>;
  context: StepContext<unknown>;
  secrets: readonly string[];
  reached: PointReached;
};

/** Works an operation to its end, or to the failure that a person must look at. Does nothing when another process has it. */
export async function runOperation(id: string, owner: string, reached: PointReached = () => {}): Promise<void> {
  const lease = await takeLease(id, owner);
  if (!lease) return;
  try {
    const record = await readOperation(id);
    if (record) await work(record, lease, reached);
  } catch (cause) {
    if (!(cause instanceof LeaseLost)) throw cause;
  } finally {
    await lease.release();
  }
}

async function work(record: JournalRecord, lease: Lease, reached: PointReached): Promise<void> {
  const { progress } = record;
  try {
    const kind = operationKind(record.kind);
    const plan = record.openPlan();
    const secrets = kind.secrets(plan);
    const workspace = await requireWorkspace(record.workspaceId);
    const context = { workspace, plan, startedAt: new Date(record.createdAt) };
    await runSteps({ record, progress, lease, kind, context, secrets, reached });
  } catch (cause) {
    if (cause instanceof LeaseLost) throw cause;
    await fail(record, lease, toAppError(cause).problem);
  }
}

async function runSteps(run: Run): Promise<void> {
  const { progress, kind, lease } = run;
  const byId = new Map(kind.steps.map((step) => [step.id, step]));
  for (const entry of progress.steps) {
    if (entry.state === "done") continue;
    const step = byId.get(entry.id);
    if (!step) throw new AppError("unexpected", `This version of the console does not know the step ${entry.id}.`);
    await runStep(run, step, entry);
  }
  progress.existing = await kind.existing(run.context);
  await lease.finish(progress.intent === "remove" ? "removed" : "succeeded", progress, null);
}

async function runStep(run: Run, step: Step<unknown>, entry: OperationStepView): Promise<void> {
  const { progress, lease, reached, context, record } = run;
  entry.state = "attempting";
  entry.startedAt ??= new Date().toISOString();
  // Written down before AWS is called: whoever takes over knows that the thing may exist.
  await lease.write(progress);
  reached(`${entry.id}:attempting`);

  // Inside the audit: its row keeps AWS's message, in which a token may be repeated.
  const once = () => step.run(context).catch((cause: unknown) => Promise.reject(withoutSecrets(cause, run.secrets)));
  const change = step.change;
  await withPatience(
    () =>
      change
        ? auditChange(
            {
              member: progress.restartedBy ?? record.member,
              workspaceId: record.workspaceId,
              action: change.permission,
              target: change.target(context.plan),
            },
            once,
          )
        : once(),
    async (note) => {
      if (note === entry.note) return;
      entry.note = note;
      await lease.write(progress);
    },
  );
  reached(`${entry.id}:called`);

  entry.state = "done";
  entry.note = null;
  entry.finishedAt = new Date().toISOString();
  await lease.write(progress);
  reached(`${entry.id}:done`);
}

function withoutSecrets(cause: unknown, secrets: readonly string[]): AppError {
  const { code, message, ...more } = hideInProblem(toAppError(cause).problem, secrets);
  return new AppError(code, message, more);
}

async function fail(record: JournalRecord, lease: Lease, problem: Problem): Promise<void> {
  const { progress } = record;
  const entry = progress.steps.find((step) => step.state === "attempting");
  if (entry) {
    entry.state = "failed";
    entry.note = null;
    entry.finishedAt = new Date().toISOString();
  }
  progress.existing = await whatExists(record);
  await lease.finish("failed", progress, problem);
}

/** Asked of AWS, not of the journal: a call that failed on the way may have been done. */
async function whatExists(record: JournalRecord): Promise<Progress["existing"]> {
  try {
    const workspace = await requireWorkspace(record.workspaceId);
    const plan = record.openPlan();
    return await operationKind(record.kind).existing({ workspace, plan, startedAt: new Date(record.createdAt) });
  } catch {
    return null;
  }
}
