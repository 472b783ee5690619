import type { ChatMessage } from "../inputs/input-form";
import { isRecord } from "../is-record";
import { allOf, inputText, listsByInput, type ReadAnswer, rowsOf } from "./answer";
import { readServed } from "./served-text";

export type Generated = {
  kind: "generated";
  prompt: string;
  texts: string[];
  /** What the model thought before, where the container tells it apart. */
  reasoning?: string;
  /** What the container said when it gave up inside its answer. */
  error?: string;
};
export type Chat = { kind: "chat"; threads: ChatMessage[][] };

/** Texts that a model went on with, or conversations; alternatives of one answer beside each other. */
export const readGenerated: ReadAnswer<Generated | Chat> = (value, asked) =>
  readServed(value, asked) ??
  rowsOf(listsByInput(value, asked.inputs.length), asked, (list, at) => {
    if (list.length === 0) return null;
    const outputs = list.map((item) => (isRecord(item) ? item.generated_text : null));
    const texts = allOf(outputs, (output) => (typeof output === "string" ? output : null));
    if (texts) return { kind: "generated", prompt: inputText(asked.inputs[at]), texts };
    const threads = allOf(outputs, (output) => (isThread(output) ? output : null));
    return threads && { kind: "chat", threads };
  });

/** The toolkit's `conversational` task (2.4.0 and older): what both sides said, in two lists. */
export const readConversation: ReadAnswer<Chat> = (value) => {
  const { conversation } = isRecord(value) ? value : {};
  const { past_user_inputs: asked, generated_responses: answers } = isRecord(conversation) ? conversation : {};
  if (!Array.isArray(asked) || !Array.isArray(answers)) return null;
  const thread = asked.flatMap((content, at): ChatMessage[] => [
    { role: "user", content: String(content) },
    ...(answers[at] === undefined ? [] : [{ role: "assistant", content: String(answers[at]) }]),
  ]);
  return [{ input: String(asked.at(-1) ?? ""), drawing: { kind: "chat", threads: [thread] } }];
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
