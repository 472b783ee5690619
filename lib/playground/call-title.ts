import { formatBytes } from "@/lib/format/bytes";
import { isRecord } from "@/lib/inference/is-record";

import type { KeptBody } from "./view";

const MAX_TITLE = 200;

/** The first words of what was sent, for a line in a list; a file by its type and size. */
export function callTitle({ contentType, bytes, text }: Omit<KeptBody, "base64">): string {
  const words = text === null ? null : wordsOf(text);
  const line = words?.replace(/\s+/g, " ").trim() || `${contentType || "file"}, ${formatBytes(bytes)}`;
  return line.length > MAX_TITLE ? `${line.slice(0, MAX_TITLE - 1)}…` : line;
}

function wordsOf(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text);
    return said(isRecord(body) ? (body.messages ?? body.inputs ?? body.prompt ?? body.text_inputs ?? body) : body);
  } catch {
    return text;
  }
}

/** What a person would recognise: a sentence, a question, the last message of a conversation. */
function said(inputs: unknown): string | null {
  if (typeof inputs === "string") return isEncoded(inputs) ? null : inputs;
  if (Array.isArray(inputs)) {
    const last: unknown = inputs.at(-1);
    if (isRecord(last) && "content" in last) return said(last.content);
    if (isRecord(last) && typeof last.text === "string") return last.text;
    return inputs.every((row) => typeof row === "string") ? inputs.join(" · ") : JSON.stringify(inputs);
  }
  if (!isRecord(inputs)) return JSON.stringify(inputs);
  const named = [inputs.question, inputs.query, inputs.text, inputs.source_sentence];
  return named.find((value) => typeof value === "string") ?? JSON.stringify(inputs);
}

/** A picture or a recording inside JSON. */
function isEncoded(text: string): boolean {
  return /^data:[\w/+.-]+;base64,/.test(text) || (text.length > 500 && /^[A-Za-z0-9+/=\s]+$/.test(text.slice(0, 500)));
}
