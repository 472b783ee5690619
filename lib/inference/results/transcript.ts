import { isRecord } from "../is-record";
import { allOf, type ReadAnswer, rowsOf } from "./answer";
import { type SentMedia, sentMedia } from "./sent-media";

/** `start` and `end` in seconds. */
export type Chunk = { text: string; start: number; end: number };
export type Transcript = { kind: "transcript"; media: SentMedia | null; text: string; chunks: Chunk[] };

/** How long a last chunk is taken to be when the model gives no end for it. */
const OPEN_END_S = 5;

/** What is said in a recording, with times where they were asked for. */
export const readTranscript: ReadAnswer<Transcript> = (value, asked) => {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return rowsOf(
    items.map((item) => [item]),
    asked,
    ([item], at) => {
      if (!isRecord(item) || typeof item.text !== "string") return null;
      const chunks = readChunks(item.chunks);
      return chunks && { kind: "transcript", media: sentMedia(asked, at, "audio"), text: item.text.trim(), chunks };
    },
  );
};

function readChunks(value: unknown): Chunk[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const starts = value.map(startOf);
  return allOf([...value.entries()], (entry) => {
    const [at, item] = entry as [number, unknown];
    const start = starts[at];
    if (!isRecord(item) || typeof item.text !== "string" || typeof start !== "number") return null;
    const end = (item.timestamp as unknown[])[1];
    // Whisper leaves the end of a last, cut-off chunk open.
    const closed = typeof end === "number" ? end : (starts[at + 1] ?? start + OPEN_END_S);
    return { text: item.text.trim(), start, end: closed };
  });
}

function startOf(item: unknown): number | null {
  const start = isRecord(item) && Array.isArray(item.timestamp) ? item.timestamp[0] : null;
  return typeof start === "number" ? start : null;
}
