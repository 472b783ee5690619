import { z } from "zod";

import { optionalInt } from "@/lib/fields/aws-fields";

export const STRATEGIES = ["all-at-once", "canary", "linear", "rolling"] as const;
export type Strategy = (typeof STRATEGIES)[number];

export const STRATEGY_LABELS: Record<Strategy, string> = {
  "all-at-once": "All at once",
  canary: "Canary",
  linear: "Linear",
  rolling: "Rolling",
};

const percent = (min: number, max: number) =>
  z.coerce
    .number<number | string>("Enter a number.")
    .int("Enter a whole number.")
    .min(min, `From ${min} to ${max} percent.`)
    .max(max, `From ${min} to ${max} percent.`);
const waitSeconds = z.coerce
  .number<number | string>("Enter a number.")
  .int("Enter a whole number.")
  .min(0, "Zero or more seconds.")
  .max(3600, "At most 3,600 seconds.");

/**
 * How the traffic moves and what takes it back. The limits are those of TrafficRoutingConfig, RollingUpdatePolicy and
 * BlueGreenUpdatePolicy in SageMaker's API reference.
 */
export const StrategyFields = {
  strategy: z.enum(STRATEGIES),
  canaryPercent: percent(1, 50),
  linearPercent: percent(10, 50),
  batchPercent: percent(5, 50),
  waitSeconds,
  terminationSeconds: waitSeconds,
  timeoutSeconds: optionalInt(600, 28_800, "seconds"),
  /** Alarms that exist already. */
  alarms: z.array(z.string().min(1).max(255)).max(10, "SageMaker takes at most 10 alarms."),
  /** Makes an alarm on failed calls and watches it too. */
  watchErrors: z.boolean(),
  /** Makes an alarm on slow answers above so many milliseconds; empty: none. */
  watchLatencyMs: optionalInt(1, 3_600_000, "milliseconds"),
};
const StrategyInput = z.object(StrategyFields);
export type StrategyInput = z.output<typeof StrategyInput>;

type Capacity = { Type: "CAPACITY_PERCENT"; Value: number };

/** UpdateEndpoint's DeploymentConfig. */
export type DeploymentConfigRequest = {
  BlueGreenUpdatePolicy?: {
    TrafficRoutingConfiguration: {
      Type: "ALL_AT_ONCE" | "CANARY" | "LINEAR";
      WaitIntervalInSeconds: number;
      CanarySize?: Capacity;
      LinearStepSize?: Capacity;
    };
    TerminationWaitInSeconds?: number;
    MaximumExecutionTimeoutInSeconds?: number;
  };
  RollingUpdatePolicy?: {
    MaximumBatchSize: Capacity;
    WaitIntervalInSeconds: number;
    MaximumExecutionTimeoutInSeconds?: number;
  };
  AutoRollbackConfiguration?: { Alarms: { AlarmName: string }[] };
};

/** The DeploymentConfig for a wish; null: SageMaker's own, all at once without a baking period. */
export function deploymentConfig(input: StrategyInput, alarms: string[]): DeploymentConfigRequest | null {
  const timeout = input.timeoutSeconds ? { MaximumExecutionTimeoutInSeconds: Number(input.timeoutSeconds) } : {};
  const rollback = alarms.length
    ? { AutoRollbackConfiguration: { Alarms: alarms.map((AlarmName) => ({ AlarmName })) } }
    : {};
  if (input.strategy === "rolling") {
    return {
      RollingUpdatePolicy: {
        MaximumBatchSize: capacity(input.batchPercent),
        WaitIntervalInSeconds: input.waitSeconds,
        ...timeout,
      },
      ...rollback,
    };
  }
  if (isPlain(input)) return null;
  return {
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: {
        ...routing(input),
        WaitIntervalInSeconds: input.waitSeconds,
      },
      TerminationWaitInSeconds: input.terminationSeconds,
      ...timeout,
    },
    ...rollback,
  };
}

/** All at once with nothing to wait for and nothing to watch: what UpdateEndpoint does without a DeploymentConfig. */
export function isPlain(input: StrategyInput): boolean {
  const { strategy, waitSeconds: wait, terminationSeconds, timeoutSeconds } = input;
  return strategy === "all-at-once" && wait === 0 && terminationSeconds === 0 && !timeoutSeconds && !watches(input);
}

/** True when an alarm takes the update back. */
export function watches({ alarms, watchErrors, watchLatencyMs }: StrategyInput): boolean {
  return alarms.length > 0 || watchErrors || watchLatencyMs !== "";
}

type Fleet = { name: string; isShadow: boolean; serverless: object | null; instanceType: string | null };

/** Why a strategy is refused for a change between two sets of variants ("Exclusions" in the SageMaker guide); null: it is not. */
export function strategyRefusal(strategy: Strategy, before: Fleet[], after: Fleet[]): string | null {
  const production = (fleets: Fleet[]) => fleets.filter(({ isShadow }) => !isShadow);
  const names = (fleets: Fleet[]) =>
    production(fleets)
      .map(({ name }) => name)
      .toSorted()
      .join(", ");
  if (strategy === "all-at-once") return null;
  if (names(before) !== names(after)) {
    return "SageMaker moves traffic by steps only between configurations with the same variant names.";
  }
  const all = [...production(before), ...production(after)];
  if (all.some(({ serverless }) => serverless)) return "SageMaker moves serverless variants all at once.";
  if (all.some(({ instanceType }) => instanceType?.startsWith("ml.inf1"))) {
    return "SageMaker moves Inf1 instances all at once, without a baking period.";
  }
  if (strategy === "rolling" && (production(before).length > 1 || production(after).length > 1)) {
    return "SageMaker rolls endpoints with one variant only.";
  }
  return null;
}

/** How long an update waits by its own settings, in seconds: baking periods and the wait for the old fleet. */
export function plannedWaitSeconds(input: StrategyInput): number {
  const steps = {
    "all-at-once": 1,
    canary: 2,
    linear: Math.ceil(100 / Math.max(1, input.linearPercent)),
    rolling: Math.ceil(100 / Math.max(1, input.batchPercent)),
  }[input.strategy];
  return steps * input.waitSeconds + (input.strategy === "rolling" ? 0 : input.terminationSeconds);
}

function routing(input: StrategyInput) {
  if (input.strategy === "canary") return { Type: "CANARY" as const, CanarySize: capacity(input.canaryPercent) };
  if (input.strategy === "linear") return { Type: "LINEAR" as const, LinearStepSize: capacity(input.linearPercent) };
  return { Type: "ALL_AT_ONCE" as const };
}

function capacity(value: number): Capacity {
  return { Type: "CAPACITY_PERCENT", Value: value };
}
