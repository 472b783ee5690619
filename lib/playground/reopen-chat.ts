import { answerReader } from "@/lib/inference/chat/answer-reader";
import {
  type AnswerFacts,
  type AssistantMessage,
  EMPTY,
  type Message,
  NO_FACTS,
} from "@/lib/inference/chat/conversation";
import { readChatRequest } from "@/lib/inference/chat/read-request";
import type { Chat } from "@/lib/inference/chat/saved-chat";

import { keptAnswer } from "./reopen";
import type { KeptCall } from "./view";

/** The chat as it stood after a call of the past; null: that call was no chat's, or too large to keep. */
export function chatOfCall(call: KeptCall): Chat | null {
  const question = call.request.text === null ? null : readChatRequest(call.request.text);
  if (!question) return null;
  const messages: Message[] = [];
  for (const [at, { role, content }] of question.turns.entries()) {
    const id = `${call.id}-${at}`;
    const parentId = messages.at(-1)?.id ?? null;
    if (role === "user") messages.push({ id, parentId, role, content });
    else if (parentId !== null) messages.push({ ...SAID, id, parentId, content });
  }
  const asked = messages.at(-1);
  if (asked) messages.push({ ...answered(call), id: `${call.id}-answer`, parentId: asked.id });
  const { system, parameters } = question;
  return { conversation: { ...EMPTY, messages }, system, parameters };
}

const SAID = { role: "assistant", status: "done", facts: NO_FACTS, problem: null, raw: null } as const;

function answered(call: KeptCall): Omit<AssistantMessage, "id" | "parentId"> {
  const answer = keptAnswer(call);
  const facts: AnswerFacts = {
    ...NO_FACTS,
    variant: call.variant,
    requestId: call.requestId,
    totalMs: call.problem ? null : call.latencyMs,
  };
  const found = { text: "", reasoning: "", error: "" };
  const reader = answerReader();
  for (const delta of [...reader.push(answer?.body ?? ""), ...reader.end()]) {
    if (delta.kind === "text" || delta.kind === "reasoning") found[delta.kind] += delta.text;
    else if (delta.kind === "error") found.error ||= delta.message;
    else if (delta.kind === "finish") facts.finishReason = delta.reason;
    else Object.assign(facts, { promptTokens: delta.promptTokens, answerTokens: delta.answerTokens });
  }
  const { text, reasoning, error } = found;
  const problem = call.problem ?? (error ? { code: "unavailable" as const, message: error } : null);
  return {
    ...SAID,
    content: text,
    ...(reasoning ? { reasoning } : {}),
    status: problem ? "failed" : "done",
    facts,
    problem,
    raw: answer && { request: call.request.text ?? "", answer: answer.body },
  };
}
