import { z } from "zod";

const Version = z.string().regex(/^\d+\.\d+\.\d+$/);

/** A `model_type` of config.json and the releases of transformers that know it. */
export const ModelType = z.object({
  modelType: z.string().min(1),
  /** First release whose AutoConfig has it; null: only later than the newest release that was read. */
  since: Version.nullable(),
  /** Last release that has it; null: not removed so far. */
  lastIn: Version.nullable(),
  /** For a part of other models: the first release that has it as such. */
  nestedSince: Version.nullable(),
  /** First release whose auto-model table of a task has it; `main`: later than the newest release that was read. */
  tasks: z.record(z.string(), z.union([Version, z.literal("main")])),
});
export type ModelType = z.output<typeof ModelType>;
