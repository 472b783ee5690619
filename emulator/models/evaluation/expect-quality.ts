import { expect } from "vitest";
import { readCard } from "../card-schema.ts";

/** Holds a score that was just measured on held-out data against the threshold on the model's card. */
export function expectQuality(id: string, score: number): void {
  const { evaluation } = readCard(id);
  expect(score, `${id}: ${evaluation?.metric} on held-out data`).toBeGreaterThanOrEqual(evaluation?.threshold ?? 1);
}
