import { z } from "zod";

import { ScheduledConfig } from "../schema";

/** How far back a replay goes; CloudWatch keeps single minutes for 15 days. */
export const REPLAY_SPANS = [
  { id: "6h", label: "6 hours", hours: 6 },
  { id: "1d", label: "1 day", hours: 24 },
  { id: "3d", label: "3 days", hours: 72 },
  { id: "7d", label: "7 days", hours: 168 },
  { id: "14d", label: "14 days", hours: 336 },
] as const;
export type ReplaySpan = (typeof REPLAY_SPANS)[number]["id"];
export const REPLAY_SPAN_IDS = REPLAY_SPANS.map(({ id }) => id) as [ReplaySpan, ...ReplaySpan[]];

export const ReplayHistoryInput = z.object({
  variant: z.string().min(1).max(63),
  span: z.enum(REPLAY_SPAN_IDS).default("7d"),
});
export type ReplayHistoryInput = z.output<typeof ReplayHistoryInput>;

const count = z.number("Give a number.").int("Give a whole number.").min(0, "It cannot be below zero.").max(10_000);
/** Application Auto Scaling's own bounds. */
const cooldown = count.max(86_400, "At most a day.");

/** Scheduled actions to try as an address holds them: also while one is being written. */
export const TriedActions = z
  .array(
    z.object({
      name: z.string().max(256),
      schedule: z.string().max(256),
      timezone: z.string().max(64).nullable(),
      min: z.number().nullable(),
      max: z.number().nullable(),
      startAt: z.string().max(64).nullable(),
      endAt: z.string().max(64).nullable(),
    }),
  )
  .max(20);

const ChangeFields = z.object({
  target: z.number("Give a number.").positive("The target must be above zero."),
  min: count,
  max: count,
  scaleOutCooldownSeconds: cooldown,
  scaleInCooldownSeconds: cooldown,
  scheduled: z.array(ScheduledConfig).nullable(),
});

/** A change to try: of one policy's target and cooldowns, of the bounds, and of the scheduled actions. */
export const ReplayChange = ChangeFields.refine(({ min, max }) => max >= min, {
  path: ["max"],
  message: "Not below the minimum.",
});
