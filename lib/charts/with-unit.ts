import { formatUsd } from "@/lib/format/money";
import { formatReading } from "@/lib/format/numbers";

/** A formatted value with its chart's unit: behind it, but dollars before it. */
export function withUnit(text: string, unit: string): string {
  return unit === "$" ? `$${text}` : `${text}${unit}`;
}

/** A value as a legend says it: dollars with their cents. */
export function readingWithUnit(value: number, unit: string): string {
  return unit === "$" ? formatUsd(value) : withUnit(formatReading(value), unit);
}
