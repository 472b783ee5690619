import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { integerOr, refuseUnknown } from "../parameters.ts";
import { type Answer, addAnswer, scoreSpans } from "./answer-spans.ts";
import { type ContextWindow, contextWindows } from "./context-windows.ts";
import { type Question, readQuestions } from "./read-question.ts";
import { feeds } from "./token-ids.ts";
import { alignToWords, wordSpans } from "./word-spans.ts";

/** `max_question_len` is taken and does nothing, as with Python's fast tokenizers. */
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

/** The parts of a context that answer a question. One answer stands alone, several are a list. */
export const questionAnswering: TaskAdapter = {
  pipelineTask: "question-answering",
  async run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "QuestionAnsweringPipeline._sanitize_parameters");
    const limits = readLimits(parameters);
    const results: unknown[] = [];
    const questions = readQuestions(inputs, parameters);
    for (const question of questions) {
      const answers = await findAnswers(pipe, question, parameters, limits);
      results.push(answers.length === 1 ? answers[0] : answers);
    }
    return questions.length === 1 ? results[0] : results;
  },
};

type Limits = { topK: number; maxTokens: number; align: boolean };

function readLimits({ top_k, topk, max_answer_len, align_to_words }: Record<string, unknown>): Limits {
  const topK = integerOr(top_k ?? topk, 1);
  const maxTokens = integerOr(max_answer_len, 15);
  if (topK < 1) throw new PredictionError(`top_k parameter should be >= 1 (got ${topK})`);
  // The bracket is left open in Python too.
  if (maxTokens < 1) throw new PredictionError(`max_answer_len parameter should be >= 1 (got ${maxTokens}`);
  return { topK, maxTokens, align: align_to_words !== false };
}

async function findAnswers(
  pipe: Pipe,
  question: Question,
  parameters: Record<string, unknown>,
  { topK, maxTokens, align }: Limits,
): Promise<Answer[]> {
  const characters = [...question.context];
  const words = align ? wordSpans(pipe, question.context) : [];
  const answers: Answer[] = [];
  // Spans that grow to the same words melt together, so more are looked at than are asked for.
  const limits = { maxTokens, topK: align ? topK * 2 + 10 : topK };
  let leastNull = Number.POSITIVE_INFINITY;
  for (const window of contextWindows(pipe, question, parameters)) {
    const { start, end } = await runModel(pipe, window);
    const { spans, nullScore } = scoreSpans(start, end, window.context, limits);
    leastNull = Math.min(leastNull, nullScore);
    for (const { first, last, score } of spans) {
      const place = {
        start: window.spans[first - window.context.from]?.start ?? 0,
        end: window.spans[last - window.context.from]?.end ?? 0,
      };
      const span = align ? alignToWords(place, words) : place;
      addAnswer(answers, { score, ...span, answer: characters.slice(span.start, span.end).join("") });
    }
  }
  if (parameters.handle_impossible_answer === true) answers.push({ score: leastNull, start: 0, end: 0, answer: "" });
  return answers.sort((a, b) => b.score - a.score).slice(0, topK);
}

async function runModel(pipe: Pipe, { ids, types }: ContextWindow) {
  const { start_logits, end_logits } = await pipe.model(feeds(ids, types));
  const none = new Float32Array();
  return { start: (start_logits?.data ?? none) as Float32Array, end: (end_logits?.data ?? none) as Float32Array };
}
