import type { ChatMessage } from "../inputs/input-form";
import { isRecord } from "../is-record";
import type { ReadAnswer } from "./answer";

export type Generated = { kind: "generated"; prompt: string; texts: string[] };
export type Chat = { kind: "chat"; threads: ChatMessage[][] };

/** Texts that a model went on with, or conversations; alternatives of one answer beside each other. */
export const readGenerated: ReadAnswer<Generated | Chat> = (value, { inputs }) => {
  const items: unknown[] = Array.isArray(value) ? value.flat() : [value];
  const outputs = items.map((item) => (isRecord(item) ? item.generated_text : null));
  if (outputs.length === 0) return null;
  if (outputs.every((text) => typeof text === "string")) {
    return { kind: "generated", prompt: inputs[0] ?? "", texts: outputs };
  }
  return outputs.every(isThread) ? { kind: "chat", threads: outputs } : null;
};

function isThread(value: unknown): value is ChatMessage[] {
  return (
    Array.isArray(value) &&
    value.every((row) => isRecord(row) && typeof row.role === "string" && typeof row.content === "string")
  );
}

/** The model's part of a generated text: containers repeat the prompt unless they are told not to. */
export function splitGenerated(prompt: string, text: string): { prompt: string; continuation: string } {
  return text.startsWith(prompt)
    ? { prompt, continuation: text.slice(prompt.length) }
    : { prompt: "", continuation: text };
}
