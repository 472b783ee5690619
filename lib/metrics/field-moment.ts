import type { Zone } from "@/lib/charts/time-labels";

const FIELD = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Epoch milliseconds as a `datetime-local` field holds them, on the chosen clock. */
export function toFieldValue(ms: number, zone: Zone): string {
  const shift = zone === "utc" ? 0 : new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - shift).toISOString().slice(0, 16);
}

/** The moment that a `datetime-local` field means on the chosen clock; null while it is not filled in. */
export function fromFieldValue(text: string, zone: Zone): number | null {
  const trimmed = text.slice(0, 16);
  if (!FIELD.test(trimmed)) return null;
  // Without an offset, JavaScript reads a date and time on the reader's clock.
  const ms = Date.parse(zone === "utc" ? `${trimmed}Z` : trimmed);
  return Number.isNaN(ms) ? null : ms;
}
