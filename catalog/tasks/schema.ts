import { z } from "zod";

/** What a person gives: decides which input the playground draws. */
export const InputKind = z.enum([
  "text",
  "text-labels",
  "question-context",
  "table",
  "chat",
  "image",
  "image-labels",
  "audio",
]);
export type InputKind = z.output<typeof InputKind>;

/** How the answer is drawn for people. */
export const TaskView = z.enum([
  "score-bars",
  "highlighted-text",
  "answer-in-context",
  "table-answer",
  "vectors",
  "side-by-side",
  "generated-text",
  "chat",
  "image-scores",
  "image-masks",
  "image-boxes",
  "audio-scores",
  "transcript",
]);
export type TaskView = z.output<typeof TaskView>;

export const TaskParameter = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: z.enum(["integer", "number", "boolean", "enum", "string", "string[]", "object"]),
  /** What the container does when the parameter is left out; null: the model or the pipeline decides. */
  default: z.json(),
  description: z.string().min(1),
  min: z.number().nullable(),
  max: z.number().nullable(),
  step: z.number().nullable(),
  /** Choices of an enum. */
  values: z.array(z.union([z.string(), z.boolean()])).nullable(),
  /** Heading under which forms put it; null: the general part. */
  group: z.enum(["length", "sampling", "beams", "repetition"]).nullable(),
  isAdvanced: z.boolean(),
  isRequired: z.boolean(),
  isNullable: z.boolean(),
});
export type TaskParameter = z.output<typeof TaskParameter>;

export const TaskExample = z.object({
  label: z.string().min(1),
  contentType: z.string().min(1),
  /** JSON body; null: the body is a file of `contentType`. */
  body: z.json(),
  source: z.string().min(1),
});
export type TaskExample = z.output<typeof TaskExample>;

/** A task as the Hugging Face inference container understands it in HF_TASK. */
export const Task = z.object({
  id: z.string().regex(/^[a-z0-9_-]+$/),
  label: z.string().min(1),
  summary: z.string().min(1),
  /** Another row that this one is a second name of. */
  aliasOf: z.string().nullable(),
  /** Further spellings that have no row of their own. */
  aliases: z.array(z.string()),
  inputKind: InputKind,
  /** A list of chat messages may stand in `inputs`. */
  acceptsChat: z.boolean(),
  /** The container takes text/csv bodies. */
  allowsCsv: z.boolean(),
  /** Content types of a binary body; empty: JSON (or CSV) only. A binary body carries no parameters. */
  binaryContentTypes: z.array(z.string()),
  examples: z.array(TaskExample).min(1),
  parameters: z.array(TaskParameter),
  response: z.object({
    shape: z.string().min(1),
    /** What a list in `inputs` gives back, where it is not simply a list of answers. */
    batch: z.string().nullable(),
    examples: z.array(z.object({ label: z.string(), body: z.json() })).min(1),
  }),
  view: TaskView,
  /** Things worth knowing before one calls it, as sentences. */
  notes: z.array(z.string()),
  /** Newest transformers minor version whose containers still have the task; null: all have it. */
  maxTransformersVersion: z.string().nullable(),
});
export type Task = z.output<typeof Task>;
