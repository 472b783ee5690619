import type { InputForm, InputValues } from "./input-form";
import { splitLabels } from "./labels";

/** A text and the labels to choose between, which travel as a parameter. */
export const textLabelsForm: InputForm<InputValues["text-labels"]> = {
  empty: { text: "", labels: [] },
  write({ text, labels }) {
    if (!text.trim()) return { ok: false, reason: "Type a text first, or use the example." };
    if (labels.length === 0) return { ok: false, reason: "Add at least one label." };
    return { ok: true, inputs: text, parameters: { candidate_labels: labels } };
  },
  read(inputs, parameters) {
    const split = splitLabels(parameters);
    if (typeof inputs !== "string" || !split) return null;
    return { value: { text: inputs, labels: split.labels }, parameters: split.others };
  },
};
