import { z } from "zod";

/** What the models can be asked for; the pattern is that of ModelName's NameContains. */
export const ListModelsInput = z.object({
  search: z
    .string()
    .trim()
    .max(63, "Use at most 63 characters.")
    .regex(/^[a-zA-Z0-9-]*$/, "Model names hold only letters, digits and hyphens.")
    .default(""),
});
export type ListModelsInput = z.output<typeof ListModelsInput>;
