/** The lines of a text that say something, without the space around them. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Several inputs as the lines of one text; null when one would not come back from there as it is. */
export function fromLines(values: unknown): string | null {
  if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) return null;
  const text = values.join("\n");
  const lines = linesOf(text);
  return lines.length === values.length && lines.every((line, at) => line === values[at]) ? text : null;
}
