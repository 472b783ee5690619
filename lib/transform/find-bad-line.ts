/** A line that a container cannot have taken; `reason` in words. */
export type BadLine = { number: number; text: string; reason: string };

export type LineRules = {
  contentType: string | null;
  /** MaxPayloadInMB; null is AWS's default of 6. */
  maxPayloadMb: number | null;
};

/** Why the inference toolkit refuses a line, by the rules that it applies before the model; null when it would take it. */
export function lineProblem(line: string, { contentType, maxPayloadMb }: LineRules): string | null {
  if (Buffer.byteLength(line) > (maxPayloadMb ?? 6) * 1024 ** 2) return "It is larger than the payload may be.";
  if (!(contentType ?? "").startsWith("application/json")) return null;
  if (line.trim() === "") return "It is empty, and an empty request is no JSON.";
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "It is not valid JSON.";
  }
  if (typeof value !== "object" || value === null) return "It is not a JSON object.";
  if (Array.isArray(value)) return "It is a list; the container wants an object with inputs.";
  const inputs = "inputs" in value ? value.inputs : value;
  if (inputs === null || inputs === "") return "Its inputs are empty.";
  return null;
}

/** The first of the lines that has a problem. At most `maxLines` are read. */
export async function findBadLine(
  lines: AsyncIterable<{ text: string }>,
  rules: LineRules,
  maxLines: number,
): Promise<BadLine | null> {
  let number = 0;
  for await (const { text } of lines) {
    number += 1;
    if (number > maxLines) return null;
    const reason = lineProblem(text, rules);
    if (reason) return { number, text: text.slice(0, 1_000), reason };
  }
  return null;
}
