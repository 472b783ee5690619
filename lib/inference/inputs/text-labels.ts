import type { InputForm, InputValues } from "./input-form";
import { splitLabels } from "./labels";
import { fromLines, linesOf } from "./lines";

/** A text, or one for each line, and the labels to choose between, which travel as a parameter. */
export const textLabelsForm: InputForm<InputValues["text-labels"]> = {
  empty: { text: "", isBatch: false, labels: [] },
  check({ text, labels }) {
    if (!text.trim()) return "Type a text first, or use the example.";
    return labels.length === 0 ? "Add at least one label." : null;
  },
  write({ text, isBatch, labels }) {
    return { inputs: isBatch ? linesOf(text) : text, parameters: { candidate_labels: labels } };
  },
  read(inputs, parameters) {
    const split = splitLabels(parameters);
    const text = typeof inputs === "string" ? inputs : fromLines(inputs);
    if (text === null || !split) return null;
    const value = { text, isBatch: typeof inputs !== "string", labels: split.labels };
    return { value, parameters: split.others };
  },
};
