import type { Task } from "@/catalog/tasks/schema";

import { isRecord } from "../is-record";
import type { InputForm, InputValues } from "./input-form";
import { fromLines, linesOf } from "./lines";
import { hasMask } from "./mask";

type Value = InputValues["text"];

/** What a second text is for, in tasks that take one. */
export type SecondText = "pair" | "comparison";

/** Whether a task takes a second text: judged together with the first, or its vector compared with the first's. */
export function secondTextOf(task: Task | null): SecondText | null {
  if (task?.id === "feature-extraction") return "comparison";
  return (task?.aliasOf ?? task?.id) === "text-classification" ? "pair" : null;
}

/** One text, one for each line, or two that belong together. */
export const textForm: InputForm<Value> = {
  empty: { text: "", isBatch: false, second: null },
  check({ text, isBatch, second }, task) {
    if (linesOf(text).length === 0) return "Type something first, or use the example.";
    if (!isBatch && second !== null && !second.trim()) return "Type the second text, or switch it off.";
    if (task?.id !== "fill-mask") return null;
    const without = (isBatch ? linesOf(text) : [text]).find((line) => !hasMask(line));
    return without === undefined ? null : "Insert a mask where the model should fill in a word.";
  },
  write({ text, isBatch, second }, task) {
    if (isBatch) return { inputs: linesOf(text) };
    if (second === null) return { inputs: text };
    return { inputs: secondTextOf(task) === "comparison" ? [text, second] : { text, text_pair: second } };
  },
  read(inputs, parameters, task) {
    const value = readText(inputs, secondTextOf(task));
    return value && { value, parameters };
  },
};

function readText(inputs: unknown, second: SecondText | null): Value | null {
  if (typeof inputs === "string") return { text: inputs, isBatch: false, second: null };
  if (isRecord(inputs)) {
    const { text, text_pair: pair, ...others } = inputs;
    const isPair = second === "pair" && typeof text === "string" && typeof pair === "string";
    return isPair && Object.keys(others).length === 0 ? { text, isBatch: false, second: pair } : null;
  }
  if (second === "comparison" && Array.isArray(inputs) && inputs.length === 2) {
    const [first, other] = inputs;
    if (typeof first === "string" && typeof other === "string") return { text: first, isBatch: false, second: other };
  }
  const text = fromLines(inputs);
  return text === null ? null : { text, isBatch: true, second: null };
}
