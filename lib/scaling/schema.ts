import { z } from "zod";

import { ResourceName } from "@/lib/endpoints/schema";

import { DIMENSIONS } from "./dimensions";
import { count, PolicyConfig, PolicyName } from "./policy-schema";
import { REVIEW_LISTS } from "./review-view";

export const Suspended = z.object({ scaleIn: z.boolean(), scaleOut: z.boolean(), scheduled: z.boolean() });
export type Suspended = z.output<typeof Suspended>;

const moment = z.iso.datetime({ message: "Write a moment as 2026-01-31T14:05:00Z." }).nullable();
/** A change of the bounds at set times; `schedule` is AWS's `cron(…)`, `rate(…)` or `at(…)`. */
export const ScheduledConfig = z
  .object({
    name: PolicyName,
    schedule: z
      .string()
      .trim()
      .regex(/^(cron|rate|at)\(.+\)$/, "Write cron(…), rate(…) or at(…)."),
    timezone: z.string().nullable(),
    min: count.nullable(),
    max: count.nullable(),
    startAt: moment,
    endAt: moment,
  })
  .superRefine(({ min, max }, context) => {
    if (min === null && max === null) {
      context.addIssue({ code: "custom", path: ["min"], message: "Give a minimum, a maximum or both." });
    }
    if (min !== null && max !== null && min > max) {
      context.addIssue({ code: "custom", path: ["max"], message: "Not below the minimum." });
    }
  });
export type ScheduledConfig = z.output<typeof ScheduledConfig>;

/** All that scales one target, as it is or as it is wished. */
export const ScalingConfig = z
  .object({
    min: count,
    max: count,
    suspended: Suspended,
    policies: z.array(PolicyConfig).max(50),
    scheduled: z.array(ScheduledConfig).max(200),
  })
  .superRefine(({ min, max, policies, scheduled }, context) => {
    if (min > max) context.addIssue({ code: "custom", path: ["max"], message: "Not below the minimum." });
    for (const [list, items] of [
      ["policies", policies],
      ["scheduled", scheduled],
    ] as const) {
      items.forEach(({ name }, index) => {
        if (items.findIndex((item) => item.name === name) < index) {
          context.addIssue({ code: "custom", path: [list, index, "name"], message: "Another one has this name." });
        }
      });
    }
  });
export type ScalingConfig = z.output<typeof ScalingConfig>;

/** A change of what scales a target; `wish` is null to stop scaling it. */
export const ChangeScalingInput = z.object({
  /** Given by the browser, so that sending it twice begins one operation. */
  id: z.uuid(),
  endpoint: ResourceName,
  resourceId: z
    .string()
    .max(1_600)
    .regex(/^(endpoint\/[^/]+\/variant\/[^/]+|inference-component\/[^/]+)$/, "This is no target of SageMaker."),
  dimension: z.enum(DIMENSIONS),
  wish: ScalingConfig.nullable(),
  /** The requests that were shown, as JSON: others than these are never sent. */
  reviewed: z.string().max(200_000),
});
export type ChangeScalingInput = z.output<typeof ChangeScalingInput>;

export const LeftAlarmInput = z.object({ name: z.string().min(1).max(255) });

/** A part of one of the review's lists. */
export const ReviewPartInput = z.object({
  list: z.enum(REVIEW_LISTS),
  cursor: z.string().max(8_192).nullable().default(null),
});
