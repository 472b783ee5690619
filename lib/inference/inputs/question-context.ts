import { isRecord } from "../is-record";
import type { InputForm, InputValues } from "./input-form";

/** A question and the text that holds its answer. */
export const questionContextForm: InputForm<InputValues["question-context"]> = {
  empty: { question: "", context: "" },
  write({ question, context }) {
    if (!question.trim()) return { ok: false, reason: "Type a question." };
    if (!context.trim()) return { ok: false, reason: "Add the text in which the answer stands." };
    return { ok: true, inputs: { question, context } };
  },
  read(inputs, parameters) {
    if (!isRecord(inputs)) return null;
    const { question, context, ...others } = inputs;
    if (typeof question !== "string" || typeof context !== "string" || Object.keys(others).length > 0) return null;
    return { value: { question, context }, parameters };
  },
};
