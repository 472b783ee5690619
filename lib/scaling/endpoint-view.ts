import type { TimeLine } from "@/lib/charts/time-chart";
import type { EndpointMode } from "@/lib/endpoints/config-view";

import type { ScalingDimension } from "./dimensions";
import type { VariantState } from "./review-view";
import type { ScalingConfig } from "./schema";
import type { ActivityView, PolicyView, ScalingAlarmView } from "./target-view";

/** What scales one variant of an endpoint. */
export type VariantScaling = {
  variant: string;
  resourceId: string;
  dimension: ScalingDimension;
  /** The least that SageMaker lets it have, and the rule in words. */
  floor: { min: number; rule: string };
  state: VariantState;
  /** Null: nothing scales it. Policies that cannot be edited are in `others`. */
  config: ScalingConfig | null;
  /** Why scheduled actions could not be read; null: `config` has them all. */
  scheduledProblem: string | null;
  /** ARNs of its policies, by their names. */
  arns: Record<string, string>;
  others: PolicyView[];
  alarms: ScalingAlarmView[];
  /** Newest first, at most fifty. */
  activities: ActivityView[];
};

/** The Scaling tab of an endpoint. */
export type EndpointScalingView = {
  endpoint: string;
  mode: EndpointMode;
  /** Its `variants` are then inference components, whose copies are scaled. */
  hostsComponents: boolean;
  variants: VariantScaling[];
};

/** Something on the timeline. */
export type TimelineEvent = {
  id: string;
  at: string;
  kind: "activity" | "not-scaled" | "failed" | "alarm" | "change";
  title: string;
  detail: string;
};

export type TimelineChart = {
  id: string;
  title: string;
  help: string;
  lines: TimeLine[];
  unit: string;
  /** Why what was measured is missing; null: it is there. */
  missing: string | null;
};

/** Demand, target, instances and events of one variant over a window of time. */
export type TimelineView = {
  fromMs: number;
  toMs: number;
  periodSeconds: number;
  isLive: boolean;
  charts: TimelineChart[];
  /** Newest first. */
  events: TimelineEvent[];
};
