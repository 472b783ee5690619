import type { FailureRule } from "@/catalog/failures/schema.ts";
import { failureRules } from "@/catalog/failures/select.ts";
import type { PlannedFault } from "./fault-plan.ts";
import type { Scenario } from "./scenarios.ts";

/** What SageMaker says where only a container's log tells more. */
const PING_FAILED =
  "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.";
const SEE_LOGS = "AlgorithmError: See job logs for more information";

const INVOCATIONS = ["InvokeEndpoint", "InvokeEndpointWithResponseStream"];

/** Failures that show in a training job's state: what runs is cut short as SageMaker cuts it short. */
const STATE_SCENARIOS: Record<string, Scenario> = {
  "failure-max-runtime": {
    description: "Training jobs are stopped as soon as their script runs: their time is used up.",
    behaviour: { runtimeUsedUp: true },
    faults: [],
  },
  "failure-spot-no-checkpoint": {
    description: "Spot capacity is taken from training jobs that keep no checkpoints, until their wait is over.",
    behaviour: { spotShortage: true },
    faults: [],
  },
};

/**
 * A rehearsal `failure-<rule>` for each known failure that shows in a text: endpoints, jobs and calls, whichever it is
 * known of, fail with its words in the place where they stand on AWS. Those of a job's state are made besides.
 */
export const RULE_SCENARIOS: Record<string, Scenario> = {
  ...Object.fromEntries(
    failureRules.flatMap((rule) =>
      rule.where === "state" || rule.sample === null ? [] : [[`failure-${rule.id}`, scenarioOf(rule, rule.sample)]],
    ),
  ),
  ...STATE_SCENARIOS,
};

function scenarioOf({ title, where, subjects }: FailureRule, sample: string): Scenario {
  const isInLog = where === "log";
  const log = isInLog ? [sample] : [];
  const hasJobs = subjects.includes("training-job") || subjects.includes("transform-job");
  return {
    description: `What it is known of fails: ${title[0]?.toLowerCase()}${title.slice(1)}.`,
    behaviour: {
      ...(subjects.includes("endpoint") && {
        endpointFailure: isInLog ? PING_FAILED : sample,
        endpointFailureLog: log,
      }),
      ...(hasJobs && { jobFailure: { reason: isInLog ? SEE_LOGS : sample, log } }),
    },
    faults: subjects.includes("invocation") ? INVOCATIONS.map((operation) => callFault(operation, where, sample)) : [],
  };
}

function callFault(operation: string, where: FailureRule["where"], sample: string): PlannedFault {
  const error =
    where === "log"
      ? {
          type: "ModelError",
          message: `Received server error (500) from primary with message "${sample}". See the endpoint's log group for more information.`,
          status: 424,
        }
      : { type: "ValidationError", message: sample, status: 400 };
  return { service: "sagemaker-runtime", operation, times: 1_000, error, delayMs: 0, stream: null };
}
