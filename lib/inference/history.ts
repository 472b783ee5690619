import type { Answer } from "./invoke";

/** One call of this browser session. */
export type HistoryEntry = {
  id: string;
  at: string;
  endpoint: string;
  task: string | null;
  body: string;
  /** Null when it failed, and when it is too large to keep. */
  answer: Answer | null;
  /** What went wrong, in a sentence; null when it was answered. */
  problem: string | null;
};

const MAX_ENTRIES = 20;
/** Browsers give sessionStorage a few megabytes in all. */
const MAX_KEPT_BYTES = 50_000;

/** The history with one more call at its beginning, old and large parts dropped. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const isSmall = entry.body.length + (entry.answer?.body.length ?? 0) <= MAX_KEPT_BYTES;
  if (entry.body.length > MAX_KEPT_BYTES) return [...history];
  return [isSmall ? entry : { ...entry, answer: null }, ...history].slice(0, MAX_ENTRIES);
}

/** The first words of what was sent, for a line in a list. */
export function entryTitle(entry: HistoryEntry): string {
  const body = JSON.parse(entry.body) as { inputs?: unknown };
  const inputs = body.inputs ?? body;
  const text = typeof inputs === "string" ? inputs : JSON.stringify(inputs);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
