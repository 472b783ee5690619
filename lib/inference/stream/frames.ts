import type { Problem } from "@/lib/errors";
import { jsonLine, readJsonLines } from "@/lib/http/json-lines";

/** What is known of a streamed call before its first piece; `calledAt`: when the console's server sent it. */
export type StreamFacts = { contentType: string; variant: string | null; requestId: string | null; calledAt?: string };

/** What is known once it has ended: as the console's server saw it, in milliseconds from sending the request. */
export type StreamEnd = { latencyMs: number; bytes: number };

/**
 * One line of the console's streamed answers: the facts first, then the container's text as it comes, last the end or
 * what broke it off. HTTP has no other place for an error after the first byte that a browser can read.
 */
export type StreamFrame = { start: StreamFacts } | { text: string } | { end: StreamEnd } | { problem: Problem };

/** A frame as a line of JSON. */
export function frameLine(frame: StreamFrame): string {
  return jsonLine(frame);
}

/** Reads frames out of pieces of text that may be cut anywhere. */
export function readFrames(pieces: AsyncIterable<string>): AsyncGenerator<StreamFrame, void> {
  return readJsonLines<StreamFrame>(pieces);
}
