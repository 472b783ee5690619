import { Panel } from "@/components/ui/panel";
import { type Stage, Stages } from "@/components/ui/stages";
import { stageMeaning } from "@/lib/training/job-status";
import { isUnderWay, type JobTransition, type TrainingJobDetail } from "@/lib/training/job-view";

/** Where a job ends; they last no time. */
const ENDS = new Set(["Completed", "Failed", "Stopped"]);
const LIMITS = new Set(["Interrupted", "MaxRuntimeExceeded", "MaxWaitTimeExceeded"]);

/** SageMaker's secondary statuses in order, each with the time it took. */
export function StagesPanel({ job }: { job: TrainingJobDetail }) {
  return (
    <Panel title="Stages">
      <div aria-live="polite">
        {job.transitions.length === 0 ? (
          <p className="text-muted">SageMaker has not begun yet.</p>
        ) : (
          <Stages label="Stages" stages={stagesOf(job)} />
        )}
      </div>
    </Panel>
  );
}

/** A job that fails does so in a stage: that one is marked, and `Failed` behind it would only say so again. */
function stagesOf(job: TrainingJobDetail): Stage[] {
  const stages = job.transitions.map((each, index) => toStage(each, index, job));
  const before = stages.at(-2);
  if (stages.at(-1)?.state !== "failed" || !before) return stages;
  return [...stages.slice(0, -2), { ...before, state: "failed" }];
}

function toStage(transition: JobTransition, index: number, job: TrainingJobDetail): Stage {
  const { status, startedAt, endedAt } = transition;
  const isLast = index === job.transitions.length - 1;
  const state = stateOf(status, isLast && isUnderWay(job.status));
  return {
    id: `${index} ${status}`,
    label: status,
    state,
    ...(ENDS.has(status) ? {} : { startedAt, endedAt }),
    detail: detailOf(transition, state),
  };
}

/** What is over is told in SageMaker's words; what goes on, or ended a job early, in plainer ones. */
function detailOf({ status, message }: JobTransition, state: Stage["state"]): string | null {
  if (status === "Failed") return null; // its reason stands above in full
  return state === "done" && !ENDS.has(status) ? message : (stageMeaning(status) ?? message);
}

function stateOf(status: string, isGoingOn: boolean): Stage["state"] {
  if (isGoingOn) return "working";
  if (status === "Failed") return "failed";
  return LIMITS.has(status) ? "skipped" : "done";
}
