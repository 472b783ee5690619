import type { VariantScaling } from "../endpoint-view";
import type { StepScaling, TargetTracking } from "../engine/policy";
import type { PolicyConfig, StepConfig, TrackedMetric, TrackingConfig } from "../policy-schema";
import { predefinedMetric } from "../tracked-metrics";
import { toAction } from "./to-action";
import { invocationsOf, metricNamed, type ReplayMetric, type VariantDimensions } from "./tracked-metric";
import type { ReplaySettings, StartUp } from "./view";

/** SageMaker's default where a policy says none. */
const DEFAULT_COOLDOWN_SECONDS = 300;
/** AWS's metrics of hosting say no start-up time: the console's assumption until a variant has scaled out once. */
const ASSUMED_START_UP_MINUTES = 5;
const MINUTE_MS = 60_000;

/** `assumed`: what the engine follows in another way than AWS does; both lists in words. */
export type EngineSettings = {
  settings: ReplaySettings | null;
  metrics: ReplayMetric[];
  leftOut: string[];
  assumed: string[];
};

/** What scales a variant in the words of the engine, and what the engine cannot follow or follows by the minute. */
export function toEngine({ config, others }: VariantScaling, variant: VariantDimensions): EngineSettings {
  if (!config) return { settings: null, metrics: [], leftOut: [], assumed: [] };
  const metrics = new Map<string, ReplayMetric>();
  const leftOut = others.map(({ name, otherwise }) => `The policy ${name}. ${otherwise ?? ""}`.trim());
  const policies = config.policies.flatMap((policy) => {
    const metric = policy.kind === "tracking" ? metricOf(policy.metric, variant) : alarmMetric(policy);
    if (typeof metric === "string") {
      leftOut.push(`The policy ${policy.name}: ${metric}`);
      return [];
    }
    metrics.set(metric.key, metric);
    return [policy.kind === "tracking" ? toTracking(policy, metric.key) : toSteps(policy, metric.key)].flatMap(
      (found) => found ?? [],
    );
  });
  const { min, max, suspended, scheduled } = config;
  return {
    settings: {
      min,
      max,
      isOutSuspended: suspended.scaleOut,
      isInSuspended: suspended.scaleIn,
      policies,
      actions: suspended.scheduled ? [] : scheduled.map(toAction),
    },
    metrics: [...metrics.values()],
    leftOut,
    assumed: config.policies.filter(isHighResolution).map(({ name }) => `${name} ${BY_THE_MINUTE}`),
  };
}

const BY_THE_MINUTE =
  "follows a high-resolution metric, which AWS reads every 10 seconds to scale out. The replay has one reading a minute: it scales out after three of them, up to a few minutes later than AWS, and does not see peaks that are shorter. It scales in as AWS does.";

function isHighResolution(policy: PolicyConfig): boolean {
  const metric = policy.kind === "tracking" ? policy.metric : null;
  return metric?.kind === "predefined" && predefinedMetric(metric.type)?.isHighResolution === true;
}

/** The metric behind a tracked one, or why it cannot be replayed. */
function metricOf(tracked: TrackedMetric, variant: VariantDimensions): ReplayMetric | string {
  if (tracked.kind === "predefined") {
    if (tracked.type === "SageMakerVariantInvocationsPerInstance") return invocationsOf(variant);
    const known = predefinedMetric(tracked.type);
    if (!known) return "its metric is not known here.";
    const { metricName: metric, statistic: stat } = known;
    return metricNamed({ namespace: "AWS/SageMaker", metric, dimensions: variant, stat });
  }
  const { namespace, metricName: metric, dimensions, statistic } = tracked;
  return metricNamed({ namespace, metric, dimensions: named(dimensions), stat: statistic });
}

function alarmMetric({ alarm }: StepConfig): ReplayMetric | string {
  if (!alarm) return "its alarms are more than one, or do more than the replay can follow.";
  if (alarm.periodSeconds !== 60) {
    return `its alarm looks every ${alarm.periodSeconds} s, and the replay has one reading a minute.`;
  }
  const { namespace, metricName: metric, dimensions, statistic: stat } = alarm;
  return metricNamed({ namespace, metric, dimensions: named(dimensions), stat });
}

const named = (dimensions: readonly { name: string; value: string }[]) =>
  Object.fromEntries(dimensions.map(({ name, value }) => [name, value]));

function toTracking(config: TrackingConfig, metric: string): TargetTracking {
  return {
    kind: "target-tracking",
    name: config.name,
    metric,
    target: config.target,
    scaleOutCooldownMinutes: (config.scaleOutCooldownSeconds ?? DEFAULT_COOLDOWN_SECONDS) / 60,
    scaleInCooldownMinutes: (config.scaleInCooldownSeconds ?? DEFAULT_COOLDOWN_SECONDS) / 60,
    isScaleInDisabled: config.isScaleInDisabled,
  };
}

function toSteps({ name, alarm, adjustment, steps, cooldownSeconds, minMagnitude }: StepConfig, metric: string) {
  if (!alarm) return null;
  const { comparison, threshold, periods, datapoints, missing } = alarm;
  return {
    kind: "step",
    name,
    alarm: { metric, comparison, threshold, periods, datapoints, missing },
    adjustment,
    steps,
    cooldownMinutes: (cooldownSeconds ?? DEFAULT_COOLDOWN_SECONDS) / 60,
    minMagnitude: minMagnitude ?? 0,
  } satisfies StepScaling;
}

/** The middle of what finished scale-outs took from the decision until they were fulfilled, in whole minutes. */
export function startUpOf(activities: VariantScaling["activities"]): StartUp {
  const times = activities
    .filter(({ status, cause }) => status === "Successful" && /AlarmHigh|minimum capacity was set/.test(cause))
    .map(({ at, endedAt }) => (endedAt === null ? 0 : Date.parse(endedAt) - Date.parse(at)))
    .filter((ms) => ms > 0)
    .sort((one, two) => one - two);
  const middle = times[Math.floor(times.length / 2)];
  if (middle === undefined) return { minutes: ASSUMED_START_UP_MINUTES, measuredOn: 0 };
  return { minutes: Math.max(1, Math.round(middle / MINUTE_MS)), measuredOn: times.length };
}
