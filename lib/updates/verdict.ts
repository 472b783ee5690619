import type { EndpointStatus, EndpointView } from "@/lib/endpoints/view";

import { diffRuns } from "./diff-runs";
import type { RunView } from "./run-view";
import type { UpdateOutcome, UpdateVerdict } from "./view";

type Ended = {
  endpoint: EndpointView;
  /** What was asked for. */
  requested: RunView;
  /** What the endpoint runs now; null when its configuration is gone. */
  actual: RunView | null;
  toConfig: string;
  /** Those of the update's alarms that stand at ALARM. */
  alarms: string[];
  /** Counts and weights that were set before stay, so that they may differ from what was asked for. */
  retains: boolean;
};

/**
 * Compares what an update asked for with what there is, once SageMaker is done. An endpoint that is InService again is
 * no success by itself: after a rollback it is that too.
 */
export function judgeUpdate(
  { endpoint, requested, actual, toConfig, alarms, retains }: Ended,
  now: Date,
): UpdateVerdict {
  const isApplied = endpoint.configName === toConfig && endpoint.status === "InService";
  const rows = actual ? compare(requested, actual) : [];
  const surprising = rows.filter(({ field }) => !(retains && (field === "Instances" || field === "Weight")));
  return {
    outcome: isApplied ? (surprising.length > 0 ? "applied-differently" : "applied") : failedOutcome(endpoint.status),
    reason: isApplied ? null : endpoint.failureReason,
    alarms: isApplied ? [] : alarms,
    rows,
    decidedAt: now.toISOString(),
  };
}

function failedOutcome(status: EndpointStatus): UpdateOutcome {
  if (status === "UpdateRollbackFailed") return "rollback-failed";
  return status === "Failed" || status === "OutOfService" ? "failed" : "rolled-back";
}

function compare(requested: RunView, actual: RunView): UpdateVerdict["rows"] {
  return diffRuns(requested, actual).map(({ variant, field, before, after }) => ({
    variant: variant ?? "",
    field,
    requested: before,
    actual: after,
  }));
}

/** The verdict in a sentence; `reason` and alarms are shown beside it. */
export function verdictTitle({ outcome, alarms, reason }: UpdateVerdict): string {
  switch (outcome) {
    case "applied":
      return "The update is in service.";
    case "applied-differently":
      return "The update is in service, but not all of it is as it was asked for.";
    case "rolled-back":
      if (alarms.length > 0) return `Rolled back: the alarm ${alarms.join(", ")} went off.`;
      return reason
        ? "Rolled back: the endpoint runs what it ran before."
        : "Rolled back, and SageMaker gave no reason.";
    case "rollback-failed":
      return "Neither the update nor the way back worked: parts of both answer.";
    case "failed":
      return "The endpoint failed.";
    case "gone":
      return "The endpoint was deleted meanwhile.";
  }
}
