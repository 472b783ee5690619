import type { Parameters } from "../parameters";

/** `candidate_labels` apart from the other parameters; a string with commas is a list too. Null when there are none. */
export function splitLabels(parameters: Parameters): { labels: string[]; others: Parameters } | null {
  const { candidate_labels: labels, ...others } = parameters;
  const list = typeof labels === "string" ? labels.split(",").map((label) => label.trim()) : labels;
  if (!Array.isArray(list) || !list.every((label) => typeof label === "string")) return null;
  return { labels: list.filter(Boolean), others };
}
