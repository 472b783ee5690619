import type { Parameters } from "../parameters";

/**
 * `candidate_labels` apart from the other parameters; a string with commas is a list too, and none at all is an empty
 * one. Null when they are no list of texts.
 */
export function splitLabels(parameters: Parameters): { labels: string[]; others: Parameters } | null {
  const { candidate_labels: labels = [], ...others } = parameters;
  if (typeof labels === "string") return { labels: toLabels(labels), others };
  if (!Array.isArray(labels) || !labels.every((label) => typeof label === "string")) return null;
  return { labels, others };
}

/** The labels of a text that was typed or pasted: one per line, or apart by commas, semicolons or tabs. */
export function toLabels(text: string): string[] {
  return text
    .split(/[,;\t\n]/)
    .map((label) => label.trim())
    .filter(Boolean);
}
