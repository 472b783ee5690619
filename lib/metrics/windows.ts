import { choosePeriod, MIN_WINDOW_MS, RETENTION_MS } from "./periods";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Windows that end now. */
export const PRESETS = [
  { id: "1h", label: "1 hour", lengthMs: HOUR_MS },
  { id: "3h", label: "3 hours", lengthMs: 3 * HOUR_MS },
  { id: "12h", label: "12 hours", lengthMs: 12 * HOUR_MS },
  { id: "1d", label: "1 day", lengthMs: DAY_MS },
  { id: "3d", label: "3 days", lengthMs: 3 * DAY_MS },
  { id: "1w", label: "1 week", lengthMs: 7 * DAY_MS },
  { id: "2w", label: "2 weeks", lengthMs: 14 * DAY_MS },
  { id: "30d", label: "30 days", lengthMs: 30 * DAY_MS },
  { id: "90d", label: "90 days", lengthMs: 90 * DAY_MS },
] as const;
export type PresetId = (typeof PRESETS)[number]["id"];
export const PRESET_IDS = PRESETS.map(({ id }) => id) as [PresetId, ...PresetId[]];
export const DEFAULT_PRESET: PresetId = "3h";

/** What an address asks for: a preset, or two moments that win over it. */
export type WindowWish = { range: PresetId; from: string | null; to: string | null; compare: boolean };

type Input = { range: PresetId; from?: string | undefined; to?: string | undefined; compare: "true" | "false" };

/** What a request's query asks for. */
export function toWish({ range, from, to, compare }: Input): WindowWish {
  return { range, from: from ?? null, to: to ?? null, compare: compare === "true" };
}

/** Epoch milliseconds on whole periods, so that everybody who asks within a period asks the same. */
export type MetricsWindow = { fromMs: number; toMs: number; periodSeconds: number; isLive: boolean };

/**
 * The window of a wish, in at most `maxPoints` periods. With `compare` the period suits the window before it as well,
 * which is older.
 */
export function resolveWindow(wish: WindowWish, nowMs: number, maxPoints?: number): MetricsWindow {
  const absolute = absoluteWindow(wish, nowMs);
  const length = PRESETS.find(({ id }) => id === wish.range)?.lengthMs ?? HOUR_MS;
  const { fromMs, toMs } = absolute ?? { fromMs: nowMs - length, toMs: nowMs };
  const oldest = wish.compare ? fromMs - (toMs - fromMs) : fromMs;
  // The oldest point decides which periods are still kept.
  const periodSeconds = choosePeriod(oldest, oldest + (toMs - fromMs), nowMs, maxPoints);
  const periodMs = periodSeconds * 1_000;
  const end = Math.ceil(toMs / periodMs) * periodMs;
  const count = Math.max(1, absolute ? Math.ceil((end - fromMs) / periodMs) : Math.round((toMs - fromMs) / periodMs));
  return { fromMs: end - count * periodMs, toMs: end, periodSeconds, isLive: absolute === null };
}

/** A part of a chart that was dragged over, as whole minutes and never shorter than a window may be. */
export function zoomTo(fromMs: number, toMs: number): { from: string; to: string } {
  const missing = Math.max(0, MIN_WINDOW_MS - (toMs - fromMs)) / 2;
  const from = Math.floor((fromMs - missing) / 60_000) * 60_000;
  const to = Math.ceil((toMs + missing) / 60_000) * 60_000;
  return { from: toMinute(from), to: toMinute(to) };
}

/** `2026-11-26T14:05Z`. */
export function toMinute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}

/** The start of each period of a window, epoch seconds. */
export function periodStarts({ fromMs, toMs, periodSeconds }: MetricsWindow): number[] {
  const count = Math.round((toMs - fromMs) / (periodSeconds * 1_000));
  return Array.from({ length: count }, (_, index) => fromMs / 1_000 + index * periodSeconds);
}

function absoluteWindow({ from, to }: WindowWish, nowMs: number): { fromMs: number; toMs: number } | null {
  const start = Date.parse(from ?? "");
  const end = Math.min(Date.parse(to ?? ""), nowMs);
  if (!Number.isFinite(start) || !Number.isFinite(end)) return null;
  const oldest = nowMs - RETENTION_MS;
  const toMs = Math.max(end, oldest + MIN_WINDOW_MS);
  return { fromMs: Math.max(oldest, Math.min(start, toMs - MIN_WINDOW_MS)), toMs };
}
