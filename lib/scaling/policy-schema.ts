import { z } from "zod";

const wholeNumber = z.number("Give a number.").int("Give a whole number.");
export const count = wholeNumber.min(0, "It cannot be below zero.");
/** Application Auto Scaling's own bounds; null leaves its default of 300 seconds on SageMaker. */
const cooldown = count.max(86_400, "At most a day.").nullable();
/** ResourceIdMaxLen1600 of its service model would take more; CloudWatch alarm names end at 255. */
export const PolicyName = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(256, "Use at most 256 characters.")
  .regex(/^[^\p{C}/]*$/u, "Leave out slashes and control characters.");

const MetricDimension = z.object({
  name: z.string().trim().min(1, "Name it."),
  value: z.string().trim().min(1, "Give its value."),
});
const MetricSource = {
  namespace: z.string().trim().min(1, "Give the metric's namespace."),
  metricName: z.string().trim().min(1, "Give the metric's name."),
  dimensions: z.array(MetricDimension).max(30),
};
export const STATISTICS = ["Average", "Sum", "Minimum", "Maximum", "SampleCount"] as const;

/** What a target-tracking policy follows. */
export const TrackedMetric = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("predefined"), type: z.string().min(1, "Choose a metric.") }),
  z.object({
    kind: z.literal("customized"),
    ...MetricSource,
    statistic: z.enum(STATISTICS),
    unit: z.string().nullable(),
  }),
]);
export type TrackedMetric = z.output<typeof TrackedMetric>;

const TrackingConfig = z.object({
  kind: z.literal("tracking"),
  name: PolicyName,
  metric: TrackedMetric,
  target: z.number("Give a number.").positive("The target must be above zero."),
  scaleOutCooldownSeconds: cooldown,
  scaleInCooldownSeconds: cooldown,
  isScaleInDisabled: z.boolean(),
});
export type TrackingConfig = z.output<typeof TrackingConfig>;

export const COMPARISONS = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanOrEqualToThreshold",
  "LessThanThreshold",
] as const;

/** The alarm that starts a step policy. */
export const StepAlarm = z.object({
  name: z.string().trim().min(1, "Give the alarm a name.").max(255, "Use at most 255 characters."),
  ...MetricSource,
  statistic: z.enum(STATISTICS),
  periodSeconds: count.refine(
    (value) => [10, 20, 30].includes(value) || (value > 0 && value % 60 === 0),
    "10, 20, 30 or whole minutes, in seconds.",
  ),
  periods: count.min(1, "At least one."),
  datapoints: count.min(1, "At least one."),
  threshold: z.number("Give a number."),
  comparison: z.enum(COMPARISONS),
  missing: z.enum(["missing", "ignore", "breaching", "notBreaching"]),
  description: z.string().nullable(),
});
export type StepAlarm = z.output<typeof StepAlarm>;

/** `lower` and `upper` are distances from the alarm's threshold; null is without end. */
const StepAdjustment = z.object({
  lower: z.number("Give a number.").nullable(),
  upper: z.number("Give a number.").nullable(),
  adjustment: wholeNumber,
});
export type StepAdjustment = z.output<typeof StepAdjustment>;

export const ADJUSTMENTS = ["ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity"] as const;
const StepConfig = z
  .object({
    kind: z.literal("step"),
    name: PolicyName,
    adjustment: z.enum(ADJUSTMENTS),
    aggregation: z.enum(["Average", "Minimum", "Maximum"]),
    cooldownSeconds: cooldown,
    minMagnitude: count.min(1, "At least one.").nullable(),
    steps: z.array(StepAdjustment).min(1, "Give at least one step.").max(20, "Use at most 20 steps."),
    /** Null: alarms are kept elsewhere, for one that this console cannot edit. */
    alarm: StepAlarm.nullable(),
  })
  .superRefine(({ steps, alarm }, context) => {
    const problem = stepsProblem(steps);
    if (problem) context.addIssue({ code: "custom", path: ["steps"], message: problem });
    if (alarm && alarm.datapoints > alarm.periods) {
      context.addIssue({
        code: "custom",
        path: ["alarm", "datapoints"],
        message: "No more than the periods it looks at.",
      });
    }
  });
export type StepConfig = z.output<typeof StepConfig>;

/** A policy as the editor holds it. */
export const PolicyConfig = z.discriminatedUnion("kind", [TrackingConfig, StepConfig]);
export type PolicyConfig = z.output<typeof PolicyConfig>;

/** Why steps are none that AWS takes; null when they are (Application Auto Scaling's guide, "Step adjustments"). */
export function stepsProblem(steps: readonly StepAdjustment[]): string | null {
  const sorted = steps.toSorted(
    (a, b) => (a.lower ?? Number.NEGATIVE_INFINITY) - (b.lower ?? Number.NEGATIVE_INFINITY),
  );
  for (const [index, { lower, upper }] of sorted.entries()) {
    if (lower === null && upper === null && steps.length > 1) return "A step without ends leaves no room for others.";
    if (lower !== null && upper !== null && lower >= upper) return "A step must begin below its end.";
    const next = sorted[index + 1];
    if (!next) continue;
    if (upper === null || next.lower === null)
      return "Only the first step may have no beginning, and only the last no end.";
    if (upper > next.lower) return "Steps overlap.";
    if (upper < next.lower) return `There is a gap between ${upper} and ${next.lower}.`;
  }
  return null;
}
