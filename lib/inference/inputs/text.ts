import type { InputForm, InputValues } from "./input-form";

/** One text, or one for each line. */
export const textForm: InputForm<InputValues["text"]> = {
  empty: { text: "", isBatch: false },
  write({ text, isBatch }) {
    const lines = text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length === 0) return { ok: false, reason: "Type something first, or use the example." };
    return { ok: true, inputs: isBatch ? lines : text };
  },
  read(inputs, parameters) {
    if (typeof inputs === "string") return { value: { text: inputs, isBatch: false }, parameters };
    if (!Array.isArray(inputs) || !inputs.every(isLine)) return null;
    return { value: { text: inputs.join("\n"), isBatch: true }, parameters };
  },
};

function isLine(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\n");
}
