import { expect } from "vitest";
import { readCard } from "../card-schema.ts";

/** Holds a score that was just measured on held-out data against the threshold on the model's card. */
export function expectQuality(id: string, score: number): void {
  const { metric, threshold } = readCard(id).evaluation;
  expect(score, `${id}: ${metric} on held-out data`).toBeGreaterThanOrEqual(threshold);
}
