import type { Problem } from "@/lib/errors";

/** How long an answer took and how much it was; milliseconds from sending the question, in the browser. */
export type AnswerFacts = {
  /** Until the first text; null: none came, or all of it in one piece. */
  firstTextMs: number | null;
  totalMs: number | null;
  /** Pieces of text that came: about one per token when the container streams. */
  pieces: number;
  promptTokens: number | null;
  answerTokens: number | null;
  finishReason: string | null;
  variant: string | null;
  requestId: string | null;
};

export type UserMessage = { id: string; parentId: string | null; role: "user"; content: string };

export type AssistantMessage = {
  id: string;
  /** The question that it answers. */
  parentId: string;
  role: "assistant";
  content: string;
  /** What the model thought before it answered, where the container tells it apart; it is not sent again. */
  reasoning?: string;
  status: "running" | "done" | "stopped" | "failed";
  facts: AnswerFacts;
  problem: Problem | null;
  /** What was sent and what came, as it was; null when it was too large to keep. */
  raw: { request: string; answer: string } | null;
};

export type Message = UserMessage | AssistantMessage;

/**
 * Everything that was said. A message that was edited and an answer that was made again stand beside the older one,
 * below the same parent: nothing is lost, and `chosen` says which of them is shown.
 */
export type Conversation = {
  /** In the order in which they were made. */
  messages: readonly Message[];
  /** By parent id, "" for the first message: the child that is shown; the newest where nothing is chosen. */
  chosen: Readonly<Record<string, string>>;
};

export const EMPTY: Conversation = { messages: [], chosen: {} };

/** Of an answer that has not begun. */
export const NO_FACTS: AnswerFacts = {
  firstTextMs: null,
  totalMs: null,
  pieces: 0,
  promptTokens: null,
  answerTokens: null,
  finishReason: null,
  variant: null,
  requestId: null,
};

/** Adds a question and the empty answer to it. An edited question has the parent of the one that it replaces. */
export function withQuestion(
  conversation: Conversation,
  { id, parentId, content, answerId }: { id: string; parentId: string | null; content: string; answerId: string },
): Conversation {
  return withAnswer(add(conversation, { id, parentId, role: "user", content }), { id: answerId, parentId: id });
}

/** Adds an empty answer to a question, beside the answers that it has. */
export function withAnswer(
  conversation: Conversation,
  { id, parentId }: Pick<AssistantMessage, "id" | "parentId">,
): Conversation {
  const answer = {
    role: "assistant",
    content: "",
    status: "running",
    facts: NO_FACTS,
    problem: null,
    raw: null,
  } as const;
  return add(conversation, { id, parentId, ...answer });
}

/** Changes an answer: more of its text, its end. */
export function withChange(
  conversation: Conversation,
  id: string,
  change: Partial<Omit<AssistantMessage, "id" | "parentId" | "role">>,
): Conversation {
  const messages = conversation.messages.map((message) =>
    message.id === id && message.role === "assistant" ? { ...message, ...change } : message,
  );
  return { ...conversation, messages };
}

/** Shows another of several messages with the same parent. */
export function withChosen(conversation: Conversation, { id, parentId }: Message): Conversation {
  return { ...conversation, chosen: { ...conversation.chosen, [parentId ?? ""]: id } };
}

function add(conversation: Conversation, message: Message): Conversation {
  return withChosen({ ...conversation, messages: [...conversation.messages, message] }, message);
}
