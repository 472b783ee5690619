/** How an update moves the traffic from the old fleet to the new one, as UpdateEndpoint's DeploymentConfig says it. */
export type Rollout = {
  strategy: "ALL_AT_ONCE" | "CANARY" | "LINEAR" | "ROLLING";
  /** The new fleet's share of the traffic after each step, above 0 up to 1. */
  shares: number[];
  /** The baking period after each step. */
  waitMs: number;
  /** How long the old fleet stays after the last baking period. */
  terminationMs: number;
  /** From the start of the update; null: no limit was given. */
  timeoutMs: number | null;
  /** Names of the alarms that take the update back. */
  alarms: string[];
};

/** DescribeEndpoint's VariantStatus of the new fleet. */
export type RolloutStage = "Creating" | "ActivatingTraffic" | "Baking" | "Deleting";

export type RolloutPosition = {
  stage: RolloutStage;
  /** The step under way, from 1. */
  step: number;
  /** The new fleet's share of the traffic, 0 to 1. */
  share: number;
  since: number;
};

export type Capacity = { Type: "INSTANCE_COUNT" | "CAPACITY_PERCENT"; Value: number };
type Routing = {
  Type: "ALL_AT_ONCE" | "CANARY" | "LINEAR";
  WaitIntervalInSeconds: number;
  CanarySize?: Capacity;
  LinearStepSize?: Capacity;
};
export type DeploymentConfig = {
  BlueGreenUpdatePolicy?: {
    TrafficRoutingConfiguration: Routing;
    TerminationWaitInSeconds?: number;
    MaximumExecutionTimeoutInSeconds?: number;
  };
  RollingUpdatePolicy?: {
    MaximumBatchSize: Capacity;
    WaitIntervalInSeconds: number;
    MaximumExecutionTimeoutInSeconds?: number;
    RollbackMaximumBatchSize?: Capacity;
  };
  AutoRollbackConfiguration?: { Alarms?: { AlarmName?: string }[] };
};

/** UpdateEndpoint without a policy: all traffic at once, and the old fleet goes at once. */
export const AT_ONCE: Rollout = {
  strategy: "ALL_AT_ONCE",
  shares: [1],
  waitMs: 0,
  terminationMs: 0,
  timeoutMs: null,
  alarms: [],
};

/** The steps of a policy for a fleet of so many instances; the policy has been checked. */
export function planRollout(config: DeploymentConfig | null, instances: number): Rollout {
  const alarms = (config?.AutoRollbackConfiguration?.Alarms ?? []).flatMap(({ AlarmName }) => AlarmName ?? []);
  const rolling = config?.RollingUpdatePolicy;
  if (rolling) {
    return {
      strategy: "ROLLING",
      shares: evenSteps(shareOf(rolling.MaximumBatchSize, instances)),
      waitMs: rolling.WaitIntervalInSeconds * 1000,
      terminationMs: 0,
      timeoutMs: milliseconds(rolling.MaximumExecutionTimeoutInSeconds),
      alarms,
    };
  }
  const policy = config?.BlueGreenUpdatePolicy;
  if (!policy) return { ...AT_ONCE, alarms };
  const { Type, WaitIntervalInSeconds, CanarySize, LinearStepSize } = policy.TrafficRoutingConfiguration;
  return {
    strategy: Type,
    shares: blueGreenShares(Type, { CanarySize, LinearStepSize }, instances),
    waitMs: WaitIntervalInSeconds * 1000,
    terminationMs: (policy.TerminationWaitInSeconds ?? 0) * 1000,
    timeoutMs: milliseconds(policy.MaximumExecutionTimeoutInSeconds),
    alarms,
  };
}

/** A batch provisions its instances before it takes traffic; blue/green has them all from the beginning. */
function stepMs({ strategy, waitMs }: Rollout, provisionMs: number): number {
  return strategy === "ROLLING" ? waitMs + provisionMs : waitMs;
}

/** When the last baking period ends; `readyAt`: when the first instances of the new fleet can take traffic. */
export function bakingEndsAt(rollout: Rollout, readyAt: number, provisionMs: number): number {
  return readyAt + (rollout.shares.length - 1) * stepMs(rollout, provisionMs) + rollout.waitMs;
}

/** Where an update that nothing takes back stands at `now`; null: it is over. */
export function positionAt(
  rollout: Rollout,
  now: number,
  { startedAt, readyAt, provisionMs }: { startedAt: number; readyAt: number | null; provisionMs: number },
): RolloutPosition | null {
  if (readyAt === null || now < readyAt) return { stage: "Creating", step: 1, share: 0, since: startedAt };
  const length = stepMs(rollout, provisionMs);
  const last = rollout.shares.length - 1;
  const end = bakingEndsAt(rollout, readyAt, provisionMs);
  if (now >= end + rollout.terminationMs) return null;
  if (now >= end) return { stage: "Deleting", step: last + 1, share: 1, since: end };
  const index = length === 0 ? last : Math.min(last, Math.floor((now - readyAt) / length));
  const since = readyAt + index * length;
  const share = rollout.shares[index] ?? 1;
  const isBaked = now >= since + rollout.waitMs;
  if (isBaked) return { stage: "Creating", step: index + 2, share, since: since + rollout.waitMs };
  return { stage: "Baking", step: index + 1, share, since };
}

function blueGreenShares(
  type: Routing["Type"],
  { CanarySize, LinearStepSize }: Pick<Routing, "CanarySize" | "LinearStepSize">,
  instances: number,
): number[] {
  if (type === "CANARY" && CanarySize) return [Math.min(1, shareOf(CanarySize, instances)), 1];
  if (type === "LINEAR" && LinearStepSize) return evenSteps(shareOf(LinearStepSize, instances));
  return [1];
}

function shareOf({ Type, Value }: Capacity, instances: number): number {
  return Type === "CAPACITY_PERCENT" ? Value / 100 : Value / Math.max(1, instances);
}

function evenSteps(share: number): number[] {
  const steps = Math.max(1, Math.ceil(1 / share - 1e-9));
  return Array.from({ length: steps }, (_, index) => Math.min(1, (index + 1) * share));
}

function milliseconds(seconds: number | undefined): number | null {
  return seconds === undefined ? null : seconds * 1000;
}
