import { isRecord } from "../is-record";
import type { Parameters } from "../parameters";
import { type Conversation, EMPTY, type Message } from "./conversation";

/** A chat with one endpoint as the tab keeps it. */
export type Chat = {
  conversation: Conversation;
  system: string;
  /** A parameter that is not in it is not sent. */
  parameters: Parameters;
};

export const NEW_CHAT: Chat = { conversation: EMPTY, system: "", parameters: {} };

/** Browsers give sessionStorage a few megabytes in all. */
const MAX_RAW_CHARS = 50_000;

/** A chat as text. Long raw requests and answers are dropped, the conversation itself never. */
export function chatToJson(chat: Chat): string {
  const messages = chat.conversation.messages.map((message) =>
    message.role === "assistant" && rawChars(message) > MAX_RAW_CHARS ? { ...message, raw: null } : message,
  );
  return JSON.stringify({ ...chat, conversation: { ...chat.conversation, messages } });
}

/** The chat in a text; another one to start from when it is none. An answer that was being written when the page went is a stopped one. */
export function chatFromJson(text: string | null, otherwise: Chat = NEW_CHAT): Chat {
  const saved = parse(text);
  if (!isRecord(saved) || !isRecord(saved.conversation) || !Array.isArray(saved.conversation.messages))
    return otherwise;
  const chat = saved as Chat;
  const messages = chat.conversation.messages.map(
    (message): Message =>
      message.role === "assistant" && message.status === "running" ? { ...message, status: "stopped" } : message,
  );
  return { ...NEW_CHAT, ...chat, conversation: { ...chat.conversation, messages } };
}

function rawChars({ raw }: { raw: { request: string; answer: string } | null }): number {
  return raw ? raw.request.length + raw.answer.length : 0;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
