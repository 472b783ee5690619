import { containers } from "./data";
import { type Choices, type Dimension, hasValue, matches, ownValue } from "./dimensions";
import type { Container } from "./schema";

type OwnDimension = Exclude<Dimension, "region">;

/** What people mean to keep when they change something else, most first. */
const KEPT: readonly OwnDimension[] = ["use", "family", "framework", "device"];
/** Kept only as a whole chain: the same PyTorch under another transformers version means nothing. */
const VERSIONS: readonly OwnDimension[] = [
  "transformersVersion",
  "engineVersion",
  "frameworkVersion",
  "pythonVersion",
  "build",
];

/**
 * The image that keeps as much as possible of `current` when one value changes. Among equals the newest wins, and an
 * image that AWS has really published wins over one that is only planned or was removed. null: no image has the value.
 */
export function settle(
  current: Container,
  dimension: OwnDimension,
  value: string,
  region: string | null,
  pool: readonly Container[] = containers,
): Container | null {
  const having = pool.filter((container) => hasValue(container, dimension, value));
  const held = region ? having.filter((container) => hasValue(container, "region", region)) : [];
  let best: { container: Container; score: number } | null = null;
  for (const container of held.length > 0 ? held : having) {
    const score = closeness(current, container);
    if (!best || score > best.score) best = { container, score };
  }
  return best?.container ?? null;
}

function closeness(current: Container, candidate: Container): number {
  let score = isPublished(candidate) ? 1 : 0;
  KEPT.forEach((dimension, index) => {
    if (same(current, candidate, dimension)) score += 2 ** (12 - index);
  });
  for (const dimension of VERSIONS) {
    if (!same(current, candidate, dimension)) break;
    score += 2 ** (7 - VERSIONS.indexOf(dimension));
  }
  return score;
}

function same(a: Container, b: Container, dimension: OwnDimension): boolean {
  return ownValue(a, dimension) === ownValue(b, dimension);
}

function isPublished(container: Container): boolean {
  return container.status === null || container.status === "listed" || container.status === "released";
}

/** The images that agree with all choices. */
export function matching(choices: Choices, pool: readonly Container[] = containers): Container[] {
  return pool.filter((container) => matches(container, choices));
}
