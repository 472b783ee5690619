import { metricById } from "@/catalog/metrics/select";
import type { EndpointMode } from "@/lib/endpoints/config-view";

import { COPIES } from "./dimensions";
import { floorOf } from "./floor";
import { groupBy } from "./group-by";
import type { PolicyConfig, TrackedMetric, TrackingConfig } from "./policy-schema";
import { metricWords } from "./policy-words";
import type { ScalingConfig } from "./schema";
import { isWaking, predefinedMetric, WAKE_METRIC } from "./tracked-metrics";

/** `warning`: it will not do what one may think; `info`: how several rules work together. */
export type Conflict = { tone: "warning" | "info"; text: string };

type Subject = { mode: EndpointMode; dimension: string; config: ScalingConfig };

/**
 * How the rules of a target work together, where that is not plain (Application Auto Scaling's guide, "Multiple scaling
 * policies" and "Scheduled scaling").
 */
export function conflictsOf(subject: Subject): Conflict[] {
  return [...boundsOf(subject), ...policiesOf(subject), ...schedulesOf(subject)];
}

function boundsOf({ mode, dimension, config }: Subject): Conflict[] {
  const floor = floorOf(mode, dimension);
  const canWake = config.policies.some(isWaking);
  const { scaleIn, scaleOut } = config.suspended;
  return [
    ...(config.min < floor.min ? [warning(`The minimum of ${config.min} is below ${floor.min}. ${floor.rule}`)] : []),
    ...(mode === "async" && config.min === 0 && config.policies.length > 0 && !canWake
      ? [
          warning(
            "A few requests do not wake it from zero: target tracking alone leaves zero only when more waits than its target. Add the policy that wakes it.",
          ),
        ]
      : []),
    ...(dimension === COPIES && config.min === 0 && config.policies.length > 0 && !canWake
      ? [
          warning(
            "Nothing brings it back from zero: without a copy no call is answered, and target tracking has nothing to follow. Add the policy that wakes it.",
          ),
        ]
      : []),
    ...(config.min === config.max && config.policies.length > 0
      ? [warning("Minimum and maximum are equal, so no policy can change anything.")]
      : []),
    ...(scaleIn && scaleOut && config.policies.length > 0
      ? [info("All policies are suspended in both directions.")]
      : []),
  ];
}

function policiesOf({ mode, config }: Subject): Conflict[] {
  const tracking = config.policies.filter((policy) => policy.kind === "tracking");
  const steps = config.policies.filter((policy) => policy.kind === "step");
  const reducing = tracking.filter(({ isScaleInDisabled }) => !isScaleInDisabled);
  return [
    ...sameMetric(tracking),
    ...config.policies.flatMap((policy) => notEmitted(policy, mode)),
    ...(config.policies.length > 1
      ? [info("Several policies: whichever asks for the most decides how far it scales out.")]
      : []),
    ...(reducing.length > 1
      ? [
          info(
            `It scales in only when all of ${reducing.map(({ name }) => name).join(", ")} agree: the one that wants most keeps it up.`,
          ),
        ]
      : []),
    ...(tracking.length > 0 && reducing.length === 0 && !steps.some(goesDown)
      ? [warning("No policy may scale in: it grows and stays, and so do its costs.")]
      : []),
    ...(tracking.length > 0 && steps.some(goesDown)
      ? [info("A step that removes and a target that adds can pull at each other: keep their thresholds apart.")]
      : []),
  ];
}

function schedulesOf({ config }: Subject): Conflict[] {
  return config.scheduled.flatMap(({ name, min, max }) => {
    if (max === null && min !== null && min > config.max) {
      return [
        warning(
          `${name} asks for a minimum of ${min}, above the maximum of ${config.max}: AWS refuses it when it runs.`,
        ),
      ];
    }
    if (min === null && max !== null && max < config.min) {
      return [
        warning(
          `${name} asks for a maximum of ${max}, below the minimum of ${config.min}: AWS refuses it when it runs.`,
        ),
      ];
    }
    return config.suspended.scheduled ? [info(`${name} does nothing while scheduled actions are suspended.`)] : [];
  });
}

function sameMetric(tracking: readonly TrackingConfig[]): Conflict[] {
  const byMetric = groupBy(tracking, ({ metric }) => JSON.stringify(metric));
  return [...byMetric.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < 2) return [];
    const names = group.map(({ name }) => name).join(" and ");
    const lowest = Math.min(...group.map(({ target }) => target));
    return [
      warning(
        `${names} follow the same metric, ${metricWords(first.metric)}. Only the lowest target, ${lowest}, counts: keep one.`,
      ),
    ];
  });
}

function notEmitted(policy: PolicyConfig, mode: EndpointMode): Conflict[] {
  const name = policy.kind === "step" ? policy.alarm?.metricName : nameOf(policy.metric);
  const modes = name === undefined ? null : emittedBy(name);
  if (!modes || modes.includes(mode)) return [];
  const kind = mode === "async" ? "an asynchronous" : `a ${mode}`;
  return [warning(`${policy.name} follows ${name}, which ${kind} endpoint does not publish: it never acts.`)];
}

/** Kinds of endpoints that publish a metric of SageMaker's; null for one that the catalogue does not hold. */
export function emittedBy(metricName: string): readonly string[] | null {
  if (metricName === WAKE_METRIC) return ["async"];
  try {
    return metricById(metricName).modes;
  } catch {
    return null; // it may be the account's own
  }
}

function nameOf(metric: TrackedMetric): string | undefined {
  return metric.kind === "predefined" ? predefinedMetric(metric.type)?.metricName : metric.metricName;
}

function goesDown(policy: PolicyConfig): boolean {
  return policy.kind === "step" && policy.steps.some(({ adjustment }) => adjustment < 0);
}

const warning = (text: string): Conflict => ({ tone: "warning", text });
const info = (text: string): Conflict => ({ tone: "info", text });
