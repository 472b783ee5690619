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

const AnyCard = BundledModel.pick({ id: true, task: true, example: true }).extend({
  license: z.literal("Apache-2.0"),
  quality: z.string().min(1),
  evaluation: Evaluation,
  limits: z.string().min(1),
});

const TrainedCard = AnyCard.extend({
  architecture: z.string().min(1),
  parameters: z.number().int().positive(),
  /** The program that made it, below emulator/models. */
  trainedWith: z.string().startsWith("training/"),
  trainedOn: z.string().min(1),
  sources: z.array(z.strictObject({ name: z.string(), license: z.string() })),
}).strict();

/** Rules that stand in where no model can be run: the card says so instead of naming training data. */
const RulesCard = AnyCard.extend({
  isTrained: z.literal(false),
  /** The folder of the rules, below emulator. */
  program: z.string().startsWith("container/"),
  how: z.string().min(1),
}).strict();

/** What `card.json` says of a bundled model. */
export const ModelCard = z.union([TrainedCard, RulesCard]);
export type ModelCard = z.output<typeof ModelCard>;

/** Reads and checks the card of a bundled model. */
export function readCard(id: string): ModelCard {
  return ModelCard.parse(JSON.parse(readFileSync(join(import.meta.dirname, id, "card.json"), "utf8")));
}
