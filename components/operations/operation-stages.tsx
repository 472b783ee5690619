import { type Stage, Stages } from "@/components/ui/stages";
import type { OperationStepView, OperationView } from "@/lib/operations/view";

const STATES = { pending: "waiting", attempting: "working", done: "done", failed: "failed" } as const;

type OperationStagesProps = { operation: OperationView; label: string; last?: string };

/** An operation's steps with state and time; `last` names the state that it is all for. */
export function OperationStages({ operation, label, last }: OperationStagesProps) {
  const stages = operation.steps.map(toStage);
  if (last && operation.intent === "make") {
    stages.push({ id: "reached", label: last, state: operation.status === "succeeded" ? "done" : "waiting" });
  }
  return <Stages label={label} stages={stages} />;
}

function toStage(step: OperationStepView): Stage {
  return {
    id: step.id,
    label: step.title,
    state: STATES[step.state],
    startedAt: step.startedAt,
    endedAt: step.finishedAt,
    detail: step.note,
  };
}
