import { hideTokens } from "@/lib/secrets/hide-tokens";

import type { KeptBody } from "./view";

export type BodyLimits = { textBytes: number; fileBytes: number };

/** 200 calls of one person stay within some tens of megabytes. Text may hold a picture as base64. */
export const HISTORY_LIMITS: BodyLimits = { textBytes: 128 * 1024, fileBytes: 256 * 1024 };

const TEXT_TYPE = /^(text\/|application\/(json|x-ndjson|jsonlines|xml)\b)|[+/](json|xml)\b|event-stream/i;

/** A body as it is kept: tokens hidden, and only its size when it is larger than the limits. */
export function keepBody(body: Uint8Array, contentType: string, limits: BodyLimits = HISTORY_LIMITS): KeptBody {
  const bytes = body.byteLength;
  const kept: KeptBody = { contentType: contentType.slice(0, 200), bytes, text: null, base64: null };
  const text = TEXT_TYPE.test(contentType) ? decode(body) : null;
  if (text !== null) return bytes > limits.textBytes ? kept : { ...kept, text: hideTokens(text) };
  return bytes > limits.fileBytes ? kept : { ...kept, base64: Buffer.from(body).toString("base64") };
}

/** Null for what is no UTF-8; PostgreSQL keeps no NUL characters in text. */
function decode(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
