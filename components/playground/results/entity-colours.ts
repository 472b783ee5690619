import type { Entity } from "@/lib/inference/results/entities";

const HUES = 8;

/** A chart colour for each type of entity, in the order of their names, so that a type keeps its colour from run to run. */
export function entityColours(entities: readonly Entity[]): Map<string, string> {
  const labels = [...new Set(entities.map((entity) => entity.label))].sort();
  return new Map(labels.map((label, index) => [label, `var(--chart-${(index % HUES) + 1})`]));
}
