import { z } from "zod";

export const OUTCOME_FILTERS = ["succeeded", "failed", "unknown"] as const;

const text = z.string().trim().max(200, "Use at most 200 characters.").default("");

export const ListActivityInput = z.object({
  person: text,
  action: text,
  outcome: z.enum(OUTCOME_FILTERS).nullish().catch(null),
  search: text,
  cursor: z
    .string()
    .regex(/^[\d:.TZ-]{24}_[\w-]{1,64}$/, "This is not a cursor of this list.")
    .nullish(),
});
export type ListActivityInput = z.input<typeof ListActivityInput>;
