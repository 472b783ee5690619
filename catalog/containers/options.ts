import { regions } from "@/catalog/regions/data";

import { containers } from "./data";
import { type Choices, DIMENSIONS, type Dimension, hasValue, matches, NONE, ownValue, valueLabel } from "./dimensions";
import type { Container } from "./schema";
import { newestFirst } from "./versions";
import { condition, listOf, preposition, subject } from "./words";

export type Option = {
  value: string;
  label: string;
  disabled: boolean;
  /** Why it is impossible with the other choices; null when it is possible. */
  reason: string | null;
};

/**
 * Every value of a dimension, judged against the other choices. Nothing is left out: an impossible value is disabled
 * and says why. `pool` narrows the catalogue itself, for pickers that are about inference only.
 */
export function options(choices: Choices, dimension: Dimension, pool: readonly Container[] = containers): Option[] {
  const others: Choices = { ...choices, [dimension]: undefined };
  const scope = pool.filter((container) => matches(container, scopeOf(dimension, others)));
  return valuesIn(scope, dimension).map((value) => {
    const having = scope.filter((container) => hasValue(container, dimension, value));
    const reason = having.some((container) => matches(container, others))
      ? null
      : explain(dimension, value, others, having);
    return { value, label: valueLabel(dimension, value, having[0]), disabled: reason !== null, reason };
  });
}

/** The values that make sense to show at all: versions belong to their framework or server. */
function scopeOf(dimension: Dimension, others: Choices): Choices {
  if (dimension === "frameworkVersion") return { framework: others.framework };
  if (dimension === "engineVersion") return { family: others.family };
  if (dimension === "build") return { ...others, region: undefined };
  return {};
}

function valuesIn(scope: readonly Container[], dimension: Dimension): string[] {
  if (dimension === "region") return regions.map((region) => region.id);
  const values = [...new Set(scope.map((container) => ownValue(container, dimension)))];
  if (!dimension.endsWith("Version")) return values;
  return values.sort((a, b) => Number(a === NONE) - Number(b === NONE) || newestFirst(a, b));
}

/** Says which choice stands in the way, and what would go with the value instead. */
function explain(dimension: Dimension, value: string, others: Choices, having: readonly Container[]): string {
  const name = subject(dimension, value, having[0]);
  const chosen = DIMENSIONS.flatMap((other) => {
    const wanted = others[other];
    return wanted === undefined ? [] : [[other, wanted] as const];
  });
  for (const [other, wanted] of chosen) {
    if (having.some((container) => hasValue(container, other, wanted))) continue;
    return `${name} has no image ${conditionOf(other, wanted)}.${alternatives(other, having, name)}`;
  }
  // No single choice is to blame: name those that the first ones leave nothing for.
  const met: string[] = [];
  let left = having;
  for (const [other, wanted] of chosen) {
    const next = left.filter((container) => hasValue(container, other, wanted));
    if (next.length === left.length) continue;
    met.push(conditionOf(other, wanted));
    if (next.length === 0) break;
    left = next;
  }
  return `${name} has no image ${met.join(" ")}.`;
}

/** What the value would go with instead, as a sentence of its own. */
function alternatives(dimension: Dimension, having: readonly Container[], name: string): string {
  if (dimension === "region" || dimension === "build") return "";
  const values = valuesIn(having, dimension).filter((value) => value !== NONE);
  const labels = values.map((value) => {
    const sample = having.find((container) => hasValue(container, dimension, value));
    return valueLabel(dimension, value, sample);
  });
  const [first] = labels;
  if (first === undefined || (labels.length === 1 && first === name)) return "";
  if (dimension === "family") return ` It is found in ${listOf(labels)}.`;
  const shown = dimension === "use" ? labels.map((label) => label.toLowerCase()) : labels;
  return ` It comes ${preposition(dimension, having[0])} ${listOf(shown)}.`;
}

function conditionOf(dimension: Dimension, value: string): string {
  const sample =
    dimension === "region" ? undefined : containers.find((container) => ownValue(container, dimension) === value);
  return condition(dimension, value, sample);
}
