import { parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { MetricsInput } from "./schema";
import { DEFAULT_PRESET, PRESET_IDS } from "./windows";

/** What a dashboard keeps in its address. */
export const metricsParams = {
  range: parseAsStringLiteral(PRESET_IDS).withDefault(DEFAULT_PRESET),
  from: parseAsString,
  to: parseAsString,
  compare: parseAsBoolean.withDefault(false),
  variant: parseAsString,
  zone: parseAsStringLiteral(["local", "utc"] as const).withDefault("local"),
};

type Values = { range: string; from: string | null; to: string | null; compare: boolean; variant: string | null };

/** The request that an address stands for; what is not valid in it is left out, so that a mistyped link still works. */
export function toMetricsQuery(values: Values): Record<string, string> {
  const entries = Object.entries({ ...values, compare: values.compare ? "true" : null });
  const valid = entries.flatMap(([name, value]): [string, string][] =>
    value !== null && MetricsInput.safeParse({ [name]: value }).success ? [[name, value]] : [],
  );
  const query = Object.fromEntries(valid.filter(([name]) => name in MetricsInput.shape));
  // One end alone is no window.
  if (!query.from || !query.to) {
    delete query.from;
    delete query.to;
  }
  return query;
}
