import { z } from "zod";

import { ResourceName } from "@/lib/endpoints/schema";

/** The most that SageMaker takes in one endpoint configuration. */
export const MAX_VARIANTS = 10;

const VariantWish = z.object({
  name: ResourceName,
  /** Share of the traffic in whole percent. */
  percent: z.int("Whole percent.").min(0, "Zero or more.").max(100, "At most 100."),
  /** Null: as many as there are. */
  instances: z.int("Give a whole number.").min(0, "Zero or more.").max(1_000, "At most 1,000.").nullable(),
});
export type VariantWish = z.output<typeof VariantWish>;

/** How the variants of an endpoint shall share its traffic, and how many instances each shall have. */
export const SplitTrafficInput = z.object({
  /** Made by the browser at each review: sending it twice begins one change. */
  id: z.uuid("Reload the page and try again."),
  endpoint: ResourceName,
  wish: z
    .array(VariantWish)
    .min(1)
    .max(MAX_VARIANTS)
    .refine((wish) => wish.reduce((sum, { percent }) => sum + percent, 0) === 100, "The shares must add up to 100%."),
  /** The requests that the person saw, as JSON: no others are sent. */
  reviewed: z.string().max(20_000),
});
export type SplitTrafficInput = z.output<typeof SplitTrafficInput>;
