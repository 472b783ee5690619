import type { Readable } from "node:stream";

/** A record of an object and the byte behind it, where reading may go on. */
export type ReadRecord = { text: string; next: number };

const NEWLINE = 10;
/** A record longer than this is shown and searched by its beginning only. */
const SHOWN_BYTES = 64 * 1024;

/** The lines of an object from byte `from` on, each by its beginning; memory stays at a chunk and a line's beginning. */
export async function* readLines(body: Readable, from: number): AsyncGenerator<ReadRecord> {
  let parts: Buffer[] = [];
  let kept = 0;
  let position = from;
  let hasText = false;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, at));
      start = at + 1;
      yield { text: take(), next: position + start };
    }
    keep(chunk.subarray(start));
    hasText ||= start < chunk.length;
    position += chunk.length;
  }
  if (hasText && kept > 0) yield { text: take(), next: position };

  function keep(part: Buffer): void {
    const room = SHOWN_BYTES - kept;
    if (room <= 0 || part.length === 0) return;
    parts.push(part.subarray(0, room));
    kept += Math.min(room, part.length);
    hasText = true;
  }
  function take(): string {
    const text = Buffer.concat(parts).toString();
    parts = [];
    kept = 0;
    hasText = false;
    return text;
  }
}

/**
 * JSON values that stand one behind the other with or without line breaks, as answers do without AssembleWith: an array
 * or object ends where its brackets close.
 */
export async function* readGlued(body: Readable, from: number): AsyncGenerator<ReadRecord> {
  let parts: Buffer[] = [];
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  let position = from;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === 92) isEscaped = true;
        else if (byte === 34) isText = false;
        continue;
      }
      if (byte === 34) isText = true;
      else if (byte === 91 || byte === 123) depth += 1;
      else if (byte === 93 || byte === 125) {
        depth -= 1;
        if (depth > 0) continue;
        parts.push(chunk.subarray(start, at + 1));
        start = at + 1;
        yield { text: Buffer.concat(parts).toString().trim(), next: position + start };
        parts = [];
      }
    }
    parts.push(chunk.subarray(start));
    position += chunk.length;
  }
  const rest = Buffer.concat(parts).toString().trim();
  if (rest) yield { text: rest, next: position };
}

/** A whole object as one record, by its beginning. */
export async function* readWhole(body: Readable): AsyncGenerator<ReadRecord> {
  const parts: Buffer[] = [];
  let kept = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    if (kept >= 16 * SHOWN_BYTES) break;
    parts.push(chunk);
    kept += chunk.length;
  }
  yield { text: Buffer.concat(parts).toString(), next: Number.MAX_SAFE_INTEGER };
}
