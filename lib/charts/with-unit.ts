import { formatUsd } from "@/lib/format/money";
import { formatNumber, formatReading } from "@/lib/format/numbers";

/** A formatted value with its chart's unit: behind it, but dollars before it. */
export function withUnit(text: string, unit: string): string {
  return unit === "$" ? `$${text}` : `${text}${unit}`;
}

/** A value as a legend says it: dollars with their cents, and of percentages what can matter. */
export function readingWithUnit(value: number, unit: string): string {
  if (unit === "%") return value !== 0 && Math.abs(value) < 0.01 ? "<0.01%" : `${formatNumber(value)}%`;
  return unit === "$" ? formatUsd(value) : withUnit(formatReading(value), unit);
}
