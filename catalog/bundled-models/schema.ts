import { z } from "zod";

/** A first request for the model: a JSON body, or a file of `public/examples` sent as the raw body. */
const Example = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("json"), body: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal("file"), file: z.string(), contentType: z.string() }),
]);

/** A small model that ships with the emulator and needs neither a network nor an account. */
export const BundledModel = z.object({
  /** Folder below emulator/models; the container is given it as HF_MODEL_ID `bundled/<id>`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  label: z.string(),
  /** The task that HF_TASK names. */
  task: z.string(),
  description: z.string(),
  example: Example,
  sizeBytes: z.number().int().positive(),
});
export type BundledModel = z.output<typeof BundledModel>;
