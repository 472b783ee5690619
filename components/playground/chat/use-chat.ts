"use client";

import { useState, useSyncExternalStore } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { useWorkspace } from "@/components/shell/workspace-context";
import type { CallOptions } from "@/lib/inference/call-options";
import { chatRequest } from "@/lib/inference/chat/chat-request";
import {
  type Conversation,
  EMPTY,
  type Message,
  withAnswer,
  withChosen,
  withQuestion,
} from "@/lib/inference/chat/conversation";
import { DIALECTS, type Dialect } from "@/lib/inference/chat/dialect";
import { type Chat, NEW_CHAT } from "@/lib/inference/chat/saved-chat";
import { thread, turnsUpTo } from "@/lib/inference/chat/thread";
import type { InferenceRequest } from "@/lib/inference/request";
import { callRow } from "@/lib/playground/call-row";
import { newCallId } from "@/lib/playground/schema";

import { useHistory } from "../history/use-history";
import { answerQuestion } from "./answer-question";
import { chatStore, type ShownChat } from "./chat-store";

const SAMPLE = "What is the capital of France?";

export type ChatHandle = ReturnType<typeof useChat>;

type Props = {
  endpoint: string;
  dialect: Dialect;
  task: Task | null;
  /** What else SageMaker is told with each message. */
  options: CallOptions;
  shown: ShownChat | null;
};

/** The chat with an endpoint, and everything that one can do in it. */
export function useChat({ endpoint, dialect, task, options, shown }: Props) {
  const { id: workspace } = useWorkspace();
  const history = useHistory();
  const store = chatStore(workspace, endpoint, shown);
  const chat = useSyncExternalStore(store.subscribe, store.get, () => shown?.chat ?? NEW_CHAT);
  const [cleared, setCleared] = useState<Conversation | null>(null);
  const messages = thread(chat.conversation);

  function setConversation(change: (conversation: Conversation) => Conversation): void {
    store.update((now) => ({ ...now, conversation: change(now.conversation) }));
  }

  function requestFor(questionId: string): InferenceRequest {
    const { conversation, system, parameters } = store.get();
    return chatRequest(dialect, { system, parameters, turns: turnsUpTo(conversation, questionId) }, task);
  }

  function answer(questionId: string, answerId: string): void {
    const request = requestFor(questionId);
    const call = { id: newCallId(), at: new Date(), endpoint, task: task?.id ?? null, request };
    const isStreamed = DIALECTS[dialect].canStream;
    void answerQuestion(store, { ...call, options, workspace, answerId, isStreamed }).then((ending) => {
      if (!ending) return;
      const { facts, problem } = ending;
      const row = callRow({ ...call, answer: null, problem: problem?.message ?? null });
      const { variant = null, requestId = null, totalMs = null } = facts ?? {};
      history.add({ ...row, variant, requestId, latencyMs: problem ? null : totalMs });
    });
  }

  function say(content: string, parentId: string | null): void {
    if (store.running) return;
    const [id, answerId] = [newCallId(), newCallId()];
    setCleared(null);
    setConversation((now) => withQuestion(now, { id, answerId, content, parentId }));
    answer(id, answerId);
  }

  return {
    ...chat,
    messages,
    isRunning: messages.some((message) => message.role === "assistant" && message.status === "running"),
    cleared,
    /** As it is sent for the latest question; before the first one for a sample. */
    request: () => {
      const asked = messages.findLast(({ role }) => role === "user");
      if (asked) return requestFor(asked.id);
      const { system, parameters } = chat;
      return chatRequest(dialect, { system, parameters, turns: [{ role: "user", content: SAMPLE }] }, task);
    },
    set: (change: Partial<Pick<Chat, "system" | "parameters">>) => store.update((now) => ({ ...now, ...change })),
    send: (content: string) => say(content, messages.at(-1)?.id ?? null),
    /** Asks again in other words, beside the first wording. */
    edit: (message: Message, content: string) => say(content, message.parentId),
    /** Another answer to the same question. */
    regenerate: ({ parentId }: Message) => {
      if (store.running || parentId === null) return;
      const id = newCallId();
      setConversation((now) => withAnswer(now, { id, parentId }));
      answer(parentId, id);
    },
    choose: (message: Message) => setConversation((now) => withChosen(now, message)),
    stop: () => store.running?.abort(),
    clear: () => {
      store.running?.abort();
      setCleared(store.get().conversation);
      setConversation(() => EMPTY);
    },
    undoClear: () => {
      if (cleared) setConversation(() => cleared);
      setCleared(null);
    },
  };
}
