import type { ChatTurn } from "./chat-request";
import type { Conversation, Message } from "./conversation";

/** The messages that are shown, first to last. */
export function thread({ messages, chosen }: Conversation): Message[] {
  const shown: Message[] = [];
  let parent: string | null = null;
  while (true) {
    const children = childrenOf(messages, parent);
    const next = children.find(({ id }) => id === chosen[parent ?? ""]) ?? children.at(-1);
    if (!next) return shown;
    shown.push(next);
    parent = next.id;
  }
}

function childrenOf(messages: readonly Message[], parentId: string | null): Message[] {
  return messages.filter((message) => message.parentId === parentId);
}

/** Messages that stand for each other: earlier wordings of a question, other answers to it; the message among them. */
export function alternatives({ messages }: Conversation, { parentId }: Message): Message[] {
  return childrenOf(messages, parentId);
}

/** The turns up to and with a message, as they are sent. An answer that never came is left out with its question. */
export function turnsUpTo(conversation: Conversation, id: string): ChatTurn[] {
  const shown = thread(conversation);
  const upTo = shown.slice(0, shown.findIndex((message) => message.id === id) + 1);
  return upTo
    .filter((message, at) => message.content !== "" && !isUnanswered(message, upTo[at + 1]))
    .map(({ role, content }) => ({ role, content }));
}

/** Most chat templates refuse two questions in a row. */
function isUnanswered({ role }: Message, next: Message | undefined): boolean {
  return role === "user" && next?.role === "assistant" && next.content === "";
}
