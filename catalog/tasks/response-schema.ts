import { z } from "zod";

/** The two forms of an answer: to one input, and to a list of inputs. */
export type TaskResponse = { single: z.ZodType; batch: z.ZodType };

const offset = z.number().int().min(0);
const LabelScore = z.strictObject({ label: z.string(), score: z.number() });

const Placed = { score: z.number(), word: z.string(), start: offset, end: offset };
const Entity = z.union([
  z.strictObject({ entity: z.string(), index: offset, ...Placed }),
  z.strictObject({ entity_group: z.string(), ...Placed }),
]);

const Answer = z.strictObject({ score: z.number(), start: offset, end: offset, answer: z.string() });
const Answers = z.union([Answer, z.array(Answer)]);

const ZeroShot = z
  .strictObject({ sequence: z.string(), labels: z.array(z.string()), scores: z.array(z.number()) })
  .refine(({ labels, scores }) => labels.length === scores.length, "Each label has a score.")
  .refine(({ scores }) => scores.every((score, at) => at === 0 || score <= (scores[at - 1] ?? 0)), "Best first.");

const TableAnswer = z.strictObject({
  answer: z.string(),
  coordinates: z.array(z.tuple([offset, offset])),
  cells: z.array(z.string()),
  aggregator: z.string().optional(),
});
const TableAnswers = z.union([TableAnswer, z.array(TableAnswer)]);

const Filled = z.array(
  z.strictObject({ score: z.number(), token: offset, token_str: z.string(), sequence: z.string() }),
);
/** Several masks in a text have a list each. */
const FilledMasks = z.union([Filled, z.array(Filled)]);

/** One list for the text, in it one vector for each token. */
const Vectors = z.tuple([z.array(z.array(z.number()).min(1)).min(1)]);

const Message = z.strictObject({ role: z.string(), content: z.string() });

function generated(name: string, text: z.ZodType = z.string()) {
  return z.array(
    z.union([z.strictObject({ [`${name}_text`]: text }), z.strictObject({ [`${name}_token_ids`]: z.array(offset) })]),
  );
}

/** Tasks of encoder-decoder models answer several texts with one flat list, unless there are alternatives. */
function textToText(name: string): TaskResponse {
  const single = generated(name).min(1);
  return { single, batch: z.union([single, z.array(single)]) };
}

function listOf(single: z.ZodType): TaskResponse {
  return { single, batch: z.array(single) };
}

const Scores = z.array(z.strictObject({ score: z.number(), label: z.string() }));

const Box = z.strictObject({ xmin: z.int(), ymin: z.int(), xmax: z.int(), ymax: z.int() });

/** Sound that is still going on has no end. */
const Chunk = z.strictObject({
  text: z.string(),
  timestamp: z.tuple([z.number().min(0), z.number().min(0).nullable()]),
});

const textClassification: TaskResponse = {
  // A pair of texts without top_k is answered by the label alone.
  single: z.union([z.array(LabelScore).min(1), LabelScore, z.array(z.array(LabelScore))]),
  batch: z.array(z.union([LabelScore, z.array(LabelScore)])),
};

/**
 * What the toolkit's container answers to each task of the catalogue, exactly: an unknown member does not fit.
 * Keyed by the task's id.
 */
export const TASK_RESPONSES: Record<string, TaskResponse> = {
  "text-classification": textClassification,
  "sentiment-analysis": textClassification,
  "token-classification": listOf(z.array(Entity)),
  "question-answering": listOf(Answers),
  "zero-shot-classification": listOf(ZeroShot),
  "table-question-answering": listOf(TableAnswers),
  "fill-mask": listOf(FilledMasks),
  "feature-extraction": listOf(Vectors),
  summarization: textToText("summary"),
  translation_xx_to_yy: textToText("translation"),
  "text2text-generation": textToText("generated"),
  "text-generation": listOf(generated("generated", z.union([z.string(), z.array(Message)])).min(1)),
  conversational: listOf(
    z.strictObject({
      generated_text: z.string(),
      conversation: z.strictObject({
        past_user_inputs: z.array(z.string()),
        generated_responses: z.array(z.string()),
      }),
    }),
  ),
  "image-classification": listOf(Scores),
  "image-segmentation": listOf(
    z.array(z.strictObject({ score: z.number().nullable(), label: z.string(), mask: z.base64() })),
  ),
  "object-detection": listOf(z.array(z.strictObject({ score: z.number(), label: z.string(), box: Box }))),
  "zero-shot-image-classification": listOf(Scores),
  "audio-classification": listOf(Scores),
  "automatic-speech-recognition": listOf(z.strictObject({ text: z.string(), chunks: z.array(Chunk).optional() })),
};
