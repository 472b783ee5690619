import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BundledModel } from "@/catalog/bundled-models/schema.ts";

/** How good a model was on data that its training never saw. Scores are better when higher, and lie from 0 to 1. */
export const Evaluation = z
  .object({
    /** Name of the score in words of the field: accuracy, exact match, F1… */
    metric: z.string().min(1),
    /** What was kept from training: templates, names, voices, pictures. */
    heldOut: z.string().min(1),
    /** What the majority class, or a guess where there is none, would get on the same data. */
    baseline: z.number().min(0).max(1),
    /** The least that a test accepts. */
    threshold: z.number().min(0).max(1),
    measured: z.number().min(0).max(1),
  })
  .refine(({ baseline, threshold }) => threshold >= baseline + 0.1, "A threshold near the baseline proves nothing.")
  .refine(({ threshold, measured }) => threshold <= measured, "The model must have passed its own threshold.");

/** What `card.json` says of a bundled model. */
export const ModelCard = BundledModel.pick({ id: true, task: true, example: true }).extend({
  license: z.literal("Apache-2.0"),
  architecture: z.string().min(1),
  parameters: z.number().int().positive(),
  /** The program that made it, below emulator/models. */
  trainedWith: z.string().startsWith("training/"),
  trainedOn: z.string().min(1),
  sources: z.array(z.strictObject({ name: z.string(), license: z.string() })),
  quality: z.string().min(1),
  evaluation: Evaluation.optional(),
  limits: z.string().min(1),
});
export type ModelCard = z.output<typeof ModelCard>;

/** Reads and checks the card of a bundled model. */
export function readCard(id: string): ModelCard {
  return ModelCard.strict().parse(JSON.parse(readFileSync(join(import.meta.dirname, id, "card.json"), "utf8")));
}
