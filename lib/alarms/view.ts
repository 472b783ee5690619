import type { Alarm } from "@/lib/scaling/engine/policy";

export const ALARM_STATES = ["ALARM", "INSUFFICIENT_DATA", "OK"] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

export const COMPARISONS = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanOrEqualToThreshold",
  "LessThanThreshold",
] as const satisfies readonly Alarm["comparison"][];
export const MISSING_DATA = ["notBreaching", "breaching", "ignore", "missing"] as const satisfies Alarm["missing"][];

/** One metric of CloudWatch as an alarm watches it. */
export type AlarmMetric = {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
  /** `Sum`, `p99`. */
  stat: string;
  periodSeconds: number;
};

/** When an alarm fires: `datapoints` of the newest `periods` periods beyond the threshold, in the metric's own unit. */
export type AlarmRule = Pick<Alarm, "comparison" | "threshold" | "periods" | "datapoints" | "missing">;

export type AlarmView = {
  name: string;
  arn: string;
  description: string | null;
  /** Null: it watches an expression of several metrics. */
  metric: AlarmMetric | null;
  /** Null: it compares with something else than a fixed threshold. */
  rule: AlarmRule | null;
  state: AlarmState;
  /** CloudWatch's own sentence about the state. */
  reason: string | null;
  stateAt: string | null;
  configuredAt: string | null;
  /** False: it changes its state and tells nobody. */
  isTelling: boolean;
  /** What it does when it fires and when it is over: ARNs. */
  alarmActions: string[];
  okActions: string[];
  /** The endpoint and the variant that it watches. */
  endpoint: string;
  variant: string | null;
  /** Made by a scaling policy, which owns it. */
  isOfScaling: boolean;
};

export type AlarmListView = {
  alarms: AlarmView[];
  /** False when the account has more alarms than were read. */
  isComplete: boolean;
};

/** Something that happened to an alarm. */
export type AlarmEvent = {
  at: string;
  kind: "StateUpdate" | "ConfigurationUpdate" | "Action" | "other";
  summary: string;
  /** The state that it changed to, and CloudWatch's reason; null for other events. */
  state: AlarmState | null;
  reason: string | null;
};

export type AlarmHistoryPage = { events: AlarmEvent[]; nextCursor: string | null };

/** A metric over a window, a value for each period; null where CloudWatch has none. */
export type MetricWindowView = {
  fromMs: number;
  toMs: number;
  periodSeconds: number;
  values: (number | null)[];
  /** When the window had to begin later, because CloudWatch no longer keeps this period. */
  isCut: boolean;
};

export type TopicView = { arn: string; name: string };
export type SubscriptionView = { protocol: string; endpoint: string; isConfirmed: boolean };

const WORDS: Record<AlarmState, string> = { OK: "OK", ALARM: "In alarm", INSUFFICIENT_DATA: "Insufficient data" };

export function alarmStateLabel(state: AlarmState): string {
  return WORDS[state];
}

/** Why an alarm cannot be changed here; null when it can. */
export function editRefusal(alarm: Pick<AlarmView, "metric" | "rule" | "isOfScaling">): string | null {
  if (alarm.isOfScaling) return "A scaling policy owns it and would make it again.";
  if (!alarm.metric) return "It watches an expression of several metrics: change it where it was made.";
  if (!alarm.rule) return "It has no fixed threshold: change it where it was made.";
  return null;
}

/** The name in a topic's ARN. */
export function topicName(arn: string): string {
  return arn.split(":").at(-1) ?? arn;
}
