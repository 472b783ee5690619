import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown, requireText } from "../parameters.ts";
import { softmax } from "../scores.ts";
import { bestSpans } from "./answer-spans.ts";
import { alignPieces } from "./offsets.ts";

type Answer = { score: number; start: number; end: number; answer: string };

const PARAMETERS = [
  "top_k",
  "topk",
  "max_answer_len",
  "handle_impossible_answer",
  "doc_stride",
  "max_seq_len",
  "max_question_len",
  "align_to_words",
  "padding",
];

/** The part of a context that answers a question. A context that is longer than the model reads is cut, not windowed. */
export const questionAnswering: TaskAdapter = {
  pipelineTask: "question-answering",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "QuestionAnsweringPipeline._sanitize_parameters");
    return eachInput(inputs, async (input) => {
      const answers = await findAnswers(pipe, readQuestion(input), parameters);
      return answers.length === 1 ? answers[0] : answers;
    });
  },
};

function readQuestion(input: unknown): { question: string; context: string } {
  const { question, context } = (input ?? {}) as Record<string, unknown>;
  if (question === undefined || context === undefined) {
    throw new PredictionError("You need to provide a dictionary with keys {question:..., context:...}");
  }
  if (question === "") throw new PredictionError("`question` cannot be empty");
  if (context === "") throw new PredictionError("`context` cannot be empty");
  return { question: requireText(question), context: requireText(context) };
}

async function findAnswers(
  pipe: Pipe,
  { question, context }: { question: string; context: string },
  parameters: Record<string, unknown>,
): Promise<Answer[]> {
  const { tokenizer } = pipe;
  const tokens = tokenizer(question, { text_pair: context, padding: true, truncation: true });
  const { start_logits, end_logits } = await pipe.model(tokens);
  const ids = Array.from((tokens.input_ids?.data ?? []) as BigInt64Array, Number);
  // The context begins behind the first separator, which ends the question.
  const from = ids.findIndex((id, at) => at > 0 && tokenizer.all_special_ids.includes(id)) + 1;
  const isContext = (at: number): boolean => at >= from && !tokenizer.all_special_ids.includes(ids[at] ?? -1);
  const scores = (logits: Float32Array): number[] =>
    softmax(logits.map((logit, at) => (isContext(at) || at === 0 ? logit : Number.NEGATIVE_INFINITY))).map(
      (score, at) => (at === 0 ? 0 : score),
    );
  const positions = ids.flatMap((_, at) => (isContext(at) ? [at] : []));
  const spans = alignPieces(
    context,
    positions.map((at) => tokenizer.decode([ids[at] ?? 0])),
  );
  const topK = Number(parameters.top_k ?? parameters.topk ?? 1);
  const maxTokens = Number(parameters.max_answer_len ?? 15);
  const characters = [...context];
  const found = bestSpans(
    scores((start_logits?.data ?? new Float32Array()) as Float32Array),
    scores((end_logits?.data ?? new Float32Array()) as Float32Array),
    { maxTokens, topK },
  );
  return found.map(({ first, last, score }) => {
    const start = spans[positions.indexOf(first)]?.start ?? 0;
    const end = spans[positions.indexOf(last)]?.end ?? start;
    return { score, start, end, answer: characters.slice(start, end).join("") };
  });
}
