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
          <Stages label="Stages" stages={job.transitions.map((each, index) => toStage(each, index, job))} />
        )}
      </div>
    </Panel>
  );
}

function toStage(transition: JobTransition, index: number, job: TrainingJobDetail): Stage {
  const { status, startedAt, endedAt, message } = transition;
  const isLast = index === job.transitions.length - 1;
  return {
    id: `${index} ${status}`,
    label: status,
    state: stateOf(status, isLast && isUnderWay(job.status)),
    ...(ENDS.has(status) ? {} : { startedAt, endedAt }),
    // The reason of a failure stands above in full.
    detail: status === "Failed" ? null : (stageMeaning(status) ?? message),
  };
}

function stateOf(status: string, isGoingOn: boolean): Stage["state"] {
  if (isGoingOn) return "working";
  if (status === "Failed") return "failed";
  return LIMITS.has(status) ? "skipped" : "done";
}
