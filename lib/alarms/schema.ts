import { z } from "zod";

import { ResourceName } from "@/lib/endpoints/schema";
import { MetricsInput } from "@/lib/metrics/schema";

import { COMPARISONS, MISSING_DATA } from "./view";

/** AlarmName of PutMetricAlarm: 1 to 255 characters; control characters would not survive its XML. */
export const AlarmName = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(255, "Use at most 255 characters.")
  .regex(/^[\x20-\x7e]+$/, "Use letters, digits and signs of ASCII.");

/** Name of CreateTopic (API reference): letters, digits, underscores, hyphens. */
export const TopicName = z
  .string()
  .trim()
  .min(1, "Give the topic a name.")
  .max(256, "Use at most 256 characters.")
  .regex(/^[\w-]+$/, "Use letters, digits, hyphens and underscores.");

export const TopicArn = z.string().regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w.-]+$/, "Choose a topic.");
const Statistic = z.string().regex(/^(Sum|Average|Minimum|Maximum|SampleCount|p\d{1,2}(\.\d{1,10})?)$/);

/** Periods that a person can name, of those that CloudWatch takes: 10, 30 and multiples of 60 seconds. */
export const ALARM_PERIODS = [60, 300, 900, 3_600] as const;

export const AlarmMetricInput = z.object({
  namespace: z.string().min(1).max(255),
  name: z.string().min(1).max(255),
  dimensions: z
    .record(z.string().min(1).max(255), z.string().min(1).max(1024))
    .refine(({ EndpointName }) => ResourceName.safeParse(EndpointName).success, "It must be a metric of an endpoint."),
  stat: Statistic,
  periodSeconds: z.number().int().min(10).max(86_400),
});

export const AlarmRuleInput = z
  .object({
    comparison: z.enum(COMPARISONS),
    threshold: z.number("Give a number."),
    periods: z.number("Give a number.").int("Give a whole number.").min(1, "At least 1.").max(100, "At most 100."),
    datapoints: z.number("Give a number.").int("Give a whole number.").min(1, "At least 1."),
    missing: z.enum(MISSING_DATA),
  })
  .refine(({ datapoints, periods }) => datapoints <= periods, {
    path: ["datapoints"],
    message: "No more than the periods that are looked at.",
  });

/** Who is told: nobody, whoever is told now, a topic that is there, or a new one with a subscription by e-mail. */
export const NotifyInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("keep") }),
  z.object({ kind: z.literal("topic"), arn: TopicArn }),
  z.object({ kind: z.literal("new"), name: TopicName, email: z.email("Write an e-mail address.") }),
]);
export type NotifyInput = z.output<typeof NotifyInput>;

/** An alarm as it shall be. `isNew` refuses a name that is taken; otherwise the alarm of that name is changed. */
export const SaveAlarmInput = z
  .object({
    name: AlarmName,
    isNew: z.boolean(),
    description: z.string().trim().max(1024, "Use at most 1024 characters."),
    metric: AlarmMetricInput,
    rule: AlarmRuleInput,
    notify: NotifyInput,
  })
  .refine(({ metric, rule }) => metric.periodSeconds * rule.periods <= LONGEST_SECONDS, {
    path: ["rule", "periods"],
    message: "CloudWatch looks back a week at most: use fewer or shorter periods.",
  });
export type SaveAlarmInput = z.output<typeof SaveAlarmInput>;

/** "The total cannot be longer than 7 days" with periods of an hour or more (API reference of PutMetricAlarm). */
const LONGEST_SECONDS = 7 * 86_400;

export const DeleteAlarmInput = z.object({ name: AlarmName });

const Actions = z.array(z.string().max(1024)).max(5);

/** What PutMetricAlarm takes, so far as the console makes alarms; also how a deleted one comes back. */
export const AlarmRequest = z.object({
  AlarmName,
  AlarmDescription: z.string().max(1024).optional(),
  ActionsEnabled: z.boolean(),
  AlarmActions: Actions,
  OKActions: Actions,
  InsufficientDataActions: Actions,
  Namespace: z.string().min(1).max(255),
  MetricName: z.string().min(1).max(255),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).max(30),
  Statistic: z.enum(["Sum", "Average", "Minimum", "Maximum", "SampleCount"]).optional(),
  ExtendedStatistic: z.string().optional(),
  Unit: z.string().optional(),
  Period: z.number().int().positive(),
  EvaluationPeriods: z.number().int().min(1),
  DatapointsToAlarm: z.number().int().min(1),
  Threshold: z.number(),
  ComparisonOperator: z.enum(COMPARISONS),
  TreatMissingData: z.enum(MISSING_DATA),
  EvaluateLowSampleCountPercentile: z.string().optional(),
  Tags: z
    .array(z.object({ Key: z.string(), Value: z.string() }))
    .max(50)
    .optional(),
});
export type AlarmRequest = z.output<typeof AlarmRequest>;

/** Whether an alarm does anything when its state changes. */
export const AlarmActionsInput = z.object({ name: AlarmName, isOn: z.boolean() });

/** The alarms of the offered set that an endpoint shall get, and who is told. */
export const OfferInput = z.object({
  endpoint: ResourceName,
  alarms: z.array(AlarmName).min(1, "Tick at least one alarm.").max(50),
  notify: NotifyInput,
});
export type OfferInput = z.output<typeof OfferInput>;

/** A metric over a window, as the browser asks for it. */
export const MetricWindowInput = MetricsInput.omit({ compare: true, variant: true }).extend({
  namespace: z.string().min(1).max(255),
  metric: z.string().min(1).max(255),
  /** JSON: names to values. */
  dimensions: z
    .string()
    .max(4_096)
    .transform((text, context) => {
      const parsed = parseJson(text);
      const result = AlarmMetricInput.shape.dimensions.safeParse(parsed);
      if (result.success) return result.data;
      context.addIssue("The dimensions must be those of an endpoint.");
      return z.NEVER;
    }),
  stat: Statistic,
  period: z.coerce.number<string>().int().min(10).max(86_400),
});
export type MetricWindowInput = z.output<typeof MetricWindowInput>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
