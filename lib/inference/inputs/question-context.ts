import { isRecord } from "../is-record";
import type { InputForm, InputValues } from "./input-form";
import { fromLines, linesOf } from "./lines";

type Value = InputValues["question-context"];

/** A question, or one for each line, and the text that holds the answers. */
export const questionContextForm: InputForm<Value> = {
  empty: { question: "", isBatch: false, context: "" },
  check({ question, context }) {
    if (!question.trim()) return "Type a question.";
    return context.trim() ? null : "Add the text in which the answer stands.";
  },
  write({ question, isBatch, context }) {
    return { inputs: isBatch ? linesOf(question).map((line) => ({ question: line, context })) : { question, context } };
  },
  read(inputs, parameters) {
    const value = Array.isArray(inputs) ? readSeveral(inputs) : readOne(inputs);
    return value && { value, parameters };
  },
};

function readOne(inputs: unknown): Value | null {
  if (!isRecord(inputs)) return null;
  const { question, context, ...others } = inputs;
  if (typeof question !== "string" || typeof context !== "string" || Object.keys(others).length > 0) return null;
  return { question, isBatch: false, context };
}

function readSeveral(inputs: unknown[]): Value | null {
  const rows = inputs.map(readOne);
  const context = rows[0]?.context;
  const question = fromLines(rows.map((row) => row?.question));
  if (context === undefined || question === null || rows.some((row) => row?.context !== context)) return null;
  return { question, isBatch: true, context };
}
