import { z } from "zod";

import { DEFAULT_PRESET, PRESET_IDS } from "./windows";

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/, "Write a moment as 2026-01-31T14:05Z.")
  .refine((text) => !Number.isNaN(Date.parse(text)), "There is no such moment.");

/** What a dashboard can be asked for; the same names stand in the page's address. */
export const MetricsInput = z.object({
  range: z.enum(PRESET_IDS).default(DEFAULT_PRESET),
  from: moment.optional(),
  to: moment.optional(),
  compare: z.enum(["true", "false"]).default("false"),
  variant: z.string().max(63).optional(),
});
export type MetricsInput = z.output<typeof MetricsInput>;
