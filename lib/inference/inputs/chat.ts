import { isRecord } from "../is-record";
import type { ChatMessage, InputForm, InputValues } from "./input-form";

/**
 * A conversation in the shape of the toolkit's `conversational` task (2.4.0 and older): the newest message, and what
 * both sides said before it.
 */
export const chatForm: InputForm<InputValues["chat"]> = {
  empty: { messages: [{ role: "user", content: "" }] },
  write({ messages }) {
    const said = (role: string) => messages.filter((message) => message.role === role).map(({ content }) => content);
    const asked = said("user");
    const text = asked.at(-1) ?? "";
    if (!text.trim()) return { ok: false, reason: "Type a message first." };
    const inputs = { text, past_user_inputs: asked.slice(0, -1), generated_responses: said("assistant") };
    return { ok: true, inputs };
  },
  read(inputs, parameters) {
    if (!isRecord(inputs) || typeof inputs.text !== "string") return null;
    const past = texts(inputs.past_user_inputs);
    const answers = texts(inputs.generated_responses);
    const messages = past.flatMap((content, at): ChatMessage[] => [
      { role: "user", content },
      ...(answers[at] === undefined ? [] : [{ role: "assistant", content: answers[at] }]),
    ]);
    return { value: { messages: [...messages, { role: "user", content: inputs.text }] }, parameters };
  },
};

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
