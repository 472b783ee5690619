import type { Problem } from "@/lib/errors";

/** What is known of a streamed call before its first piece. */
export type StreamFacts = { contentType: string; variant: string | null; requestId: string | null };

/** What is known once it has ended: as the console's server saw it, in milliseconds from sending the request. */
export type StreamEnd = { latencyMs: number; bytes: number };

/**
 * One line of the console's streamed answers: the facts first, then the container's text as it comes, last the end or
 * what broke it off. HTTP has no other place for an error after the first byte that a browser can read.
 */
export type StreamFrame = { start: StreamFacts } | { text: string } | { end: StreamEnd } | { problem: Problem };

export const FRAMES_TYPE = "application/x-ndjson";

/** A frame as a line of JSON. */
export function frameLine(frame: StreamFrame): string {
  return `${JSON.stringify(frame)}\n`;
}

/** Reads frames out of pieces of text that may be cut anywhere; a last line without its end is a cut connection. */
export async function* readFrames(pieces: AsyncIterable<string>): AsyncGenerator<StreamFrame, void> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as StreamFrame;
  }
}
