/** A metric's value of one minute; null where CloudWatch has no data point. */
export type Reading = number | null;

/** Keeps a metric per instance near a target. Times in minutes, because that is how often alarms are evaluated. */
export type TargetTracking = {
  kind: "target-tracking";
  name: string;
  /** What the caller's readings know it by. */
  metric: string;
  target: number;
  scaleOutCooldownMinutes: number;
  scaleInCooldownMinutes: number;
  isScaleInDisabled: boolean;
  /** More capacity comes by readings of ten seconds, less by those of minutes. Left out: both by minutes. */
  isHighResolution?: boolean;
};

/** An alarm as CloudWatch evaluates it: `datapoints` of the newest `periods` minutes must breach. */
export type Alarm = {
  metric: string;
  comparison:
    | "GreaterThanThreshold"
    | "GreaterThanOrEqualToThreshold"
    | "LessThanThreshold"
    | "LessThanOrEqualToThreshold";
  threshold: number;
  periods: number;
  datapoints: number;
  missing: "missing" | "ignore" | "breaching" | "notBreaching";
};

/** `lower` inclusive and `upper` exclusive, as distances from the alarm's threshold; null is without end. */
export type Step = { lower: number | null; upper: number | null; adjustment: number };

/** Changes capacity by how far an alarm's metric is beyond its threshold. */
export type StepScaling = {
  kind: "step";
  name: string;
  alarm: Alarm;
  adjustment: "ChangeInCapacity" | "ExactCapacity" | "PercentChangeInCapacity";
  steps: readonly Step[];
  cooldownMinutes: number;
  /** The least change of a percentage, in instances. */
  minMagnitude: number;
};

export type Policy = TargetTracking | StepScaling;

/** What scaling may do to one variant. */
export type ScalingRules = {
  min: number;
  max: number;
  policies: readonly Policy[];
  isOutSuspended: boolean;
  isInSuspended: boolean;
};

/** Application Auto Scaling's own words for why nothing happened. */
export type NotScaledReason =
  | "AlreadyAtMaxCapacity"
  | "AlreadyAtMinCapacity"
  | "AutoScalingAnticipatedFlapping"
  | "TargetServicePutResourceAsUnscalable";

/** What a minute brought: a change of capacity, or why there was none though an alarm was on. */
export type Activity =
  | { minute: number; policy: string; from: number; to: number; reason: null }
  | { minute: number; policy: string; from: number; to: number; reason: NotScaledReason };
