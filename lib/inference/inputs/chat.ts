import { isRecord } from "../is-record";
import type { ChatMessage, InputForm, InputValues } from "./input-form";

/**
 * A conversation in the shape of the toolkit's `conversational` task (2.4.0 and older): the newest message, and what
 * both sides said before it, turn by turn.
 */
export const chatForm: InputForm<InputValues["chat"]> = {
  empty: { messages: [{ role: "user", content: "" }] },
  check({ messages }) {
    if (!messages.at(-1)?.content.trim()) return "Type a message first.";
    return messages.some(({ content }) => !content.trim()) ? "Fill in what was said before, or take it away." : null;
  },
  write({ messages }) {
    const said = (role: string) => messages.filter((message) => message.role === role).map(({ content }) => content);
    const asked = said("user");
    const text = asked.at(-1) ?? "";
    return { inputs: { past_user_inputs: asked.slice(0, -1), generated_responses: said("assistant"), text } };
  },
  read(inputs, parameters) {
    if (!isRecord(inputs)) return null;
    const { text, past_user_inputs: past = [], generated_responses: answers = [], ...others } = inputs;
    if (typeof text !== "string" || !isTexts(past) || !isTexts(answers)) return null;
    if (past.length !== answers.length || Object.keys(others).length > 0) return null;
    const before = past.flatMap((content, at): ChatMessage[] => [
      { role: "user", content },
      { role: "assistant", content: answers[at] ?? "" },
    ]);
    return { value: { messages: [...before, { role: "user", content: text }] }, parameters };
  },
};

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
