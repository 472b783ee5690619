import type { EndpointMode } from "@/lib/endpoints/config-view";
import type { EndpointStatus } from "@/lib/endpoints/view";

import type { ActivityView, PolicyView, ScalingAlarmView, ScheduledActionView, TargetView } from "./target-view";

/** A variant as it is now. */
export type VariantState = {
  name: string;
  instanceType: string | null;
  current: number | null;
  desired: number | null;
  /** Environments kept ready by a serverless variant, and the most that it may use. */
  currentConcurrency: number | null;
  desiredConcurrency: number | null;
  maxConcurrency: number | null;
  /** The most calls a minute that one instance could answer at the latency measured over the last day; null: not measured. */
  capacityPerMinute: number | null;
};

/** An endpoint as it is now; `status` null: it is gone. */
export type EndpointState = {
  name: string;
  status: EndpointStatus | null;
  mode: EndpointMode;
  /** Inference components on its instances, with their copies; null: it hosts none. */
  components: VariantState[] | null;
  variants: VariantState[];
};

/** How many instances of a type an account may have behind endpoints. */
export type EndpointQuota = { instanceType: string; limit: number };

/** On which endpoint an inference component is: a target names only the component. */
export type ComponentPlace = { name: string; endpoint: string };

/** The lists that the review is made of, each read part by part. */
export type ReviewLists = {
  targets: TargetView;
  policies: PolicyView;
  schedules: ScheduledActionView;
  alarms: ScalingAlarmView;
  activities: ActivityView;
  endpoints: { name: string; status: EndpointStatus };
  quotas: EndpointQuota;
  components: ComponentPlace;
};
export type ReviewList = keyof ReviewLists;
export const REVIEW_LISTS = [
  "targets",
  "policies",
  "schedules",
  "alarms",
  "activities",
  "endpoints",
  "quotas",
  "components",
] as const satisfies readonly ReviewList[];
