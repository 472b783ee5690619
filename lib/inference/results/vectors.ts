import { allOf, type ReadAnswer, rowsOf } from "./answer";

export type Vectors = {
  kind: "vectors";
  /** As the container sent it: 1 × tokens × dimensions for a pipeline. */
  shape: number[];
  /** A vector for each token; one when the container pooled them itself. */
  tokens: number[][];
  /** The mean of all tokens, the usual stand-in for the whole text. */
  pooled: number[];
};

/** The vectors of one text, or of each of several. */
export const readVectors: ReadAnswer<Vectors> = (value, asked) => {
  if (!Array.isArray(value)) return null;
  const isBatch = asked.inputs.length > 1 && value.length === asked.inputs.length;
  const answers: unknown[] = isBatch ? value : [value];
  return rowsOf(
    answers.map((answer) => [answer]),
    asked,
    ([answer]) => toVectors(answer),
  );
};

function toVectors(value: unknown): Vectors | null {
  const shape: number[] = [];
  let inner = value;
  while (Array.isArray(inner)) {
    shape.push(inner.length);
    inner = inner[0];
  }
  const dimensions = shape.at(-1);
  if (!dimensions || shape.length > 4) return null;
  const flat: unknown[] = shape.length > 1 ? (value as unknown[]).flat(shape.length - 2) : [value];
  const tokens = allOf(flat, (row) => (isVector(row, dimensions) ? row : null));
  return tokens && { kind: "vectors", shape, tokens, pooled: mean(tokens, dimensions) };
}

function isVector(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every((part) => typeof part === "number");
}

function mean(rows: readonly number[][], dimensions: number): number[] {
  const sums = new Array<number>(dimensions).fill(0);
  for (const row of rows) for (let at = 0; at < dimensions; at += 1) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
  return sums.map((sum) => sum / rows.length);
}

/** The length of a vector. */
export function norm(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0));
}

/** How alike two vectors point: 1 the same way, 0 unrelated, -1 opposite; null when they cannot be compared. */
export function cosine(a: readonly number[], b: readonly number[]): number | null {
  const lengths = norm(a) * norm(b);
  if (a.length !== b.length || lengths === 0) return null;
  return a.reduce((sum, part, at) => sum + part * (b[at] ?? 0), 0) / lengths;
}
