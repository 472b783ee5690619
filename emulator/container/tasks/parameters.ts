import { PredictionError } from "../contract/prediction-error.ts";

/** Refuses names that a pipeline does not take, in the words that Python's call of it would fail with. */
export function refuseUnknown(parameters: Record<string, unknown>, known: readonly string[], callee: string): void {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new PredictionError(`${callee}() got an unexpected keyword argument '${unknown}'`);
  }
}

const NOT_TEXT =
  "text input must be of type `str` (single example), `List[str]` (batch or single pretokenized example) or `List[List[str]]` (batch of pretokenized examples).";

export function requireText(value: unknown): string {
  if (typeof value !== "string") throw new PredictionError(NOT_TEXT);
  return value;
}

/** A whole number, or `fallback` for anything else. */
export function integerOr<T>(value: unknown, fallback: T): number | T {
  return typeof value === "number" && Number.isInteger(value) ? value : fallback;
}

/** Whether a tokenizer's `truncation` parameter cuts at all: it is a switch or the name of a strategy. */
export function isTruncating(value: unknown): boolean {
  return value === true || (typeof value === "string" && value !== "do_not_truncate");
}
