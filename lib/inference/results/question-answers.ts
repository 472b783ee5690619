import { isRecord } from "../is-record";
import { allOf, listsByInput, type ReadAnswer, rowsOf } from "./answer";
import { codePointPlaces } from "./code-points";

/** `start` and `end` are places in the context as JavaScript counts them. */
export type SpanAnswer = { text: string; start: number; end: number; score: number };
export type QuestionAnswers = { kind: "question-answers"; question: string; context: string; answers: SpanAnswer[] };

/** Answers out of a context, best first; a list of them with `top_k`. */
export const readQuestionAnswers: ReadAnswer<QuestionAnswers> = (value, asked) =>
  rowsOf(listsByInput(value, asked.inputs.length), asked, (list, at) => {
    const { question, context } = questionOf(asked.inputs[at]);
    const place = codePointPlaces(context);
    const answers = allOf(list, (item) => toAnswer(item, place));
    if (!answers || answers.length === 0) return null;
    return { kind: "question-answers", question, context, answers: answers.toSorted((a, b) => b.score - a.score) };
  });

function questionOf(input: unknown): { question: string; context: string } {
  const { question, context } = isRecord(input) ? input : {};
  return { question: String(question ?? ""), context: String(context ?? "") };
}

function toAnswer(value: unknown, place: (at: number) => number): SpanAnswer | null {
  if (!isRecord(value) || typeof value.answer !== "string" || typeof value.score !== "number") return null;
  const { start, end } = value;
  const isPlaced = typeof start === "number" && typeof end === "number";
  return {
    text: value.answer,
    start: isPlaced ? place(start) : -1,
    end: isPlaced ? place(end) : -1,
    score: value.score,
  };
}
