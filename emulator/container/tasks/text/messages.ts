/** One turn of a chat. */
export type Message = { role: string; content: string };

export const NO_TEMPLATE =
  "Cannot use chat template functions because tokenizer.chat_template is not set and no template argument was passed! For information about writing templates and setting the tokenizer.chat_template attribute, please see the documentation at https://huggingface.co/docs/transformers/main/en/chat_templating";

/** A list of turns, and not a list of prompts or of chats. */
export function isChat(value: unknown): value is Message[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "object" && item !== null && "role" in item && "content" in item)
  );
}
