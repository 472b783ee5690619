import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";
import { chatRequest } from "@/lib/inference/chat/chat-request";
import type { Dialect } from "@/lib/inference/chat/dialect";
import { dialectTask } from "@/lib/inference/chat/dialect-task";
import { thread } from "@/lib/inference/chat/thread";

import { chatOfCall } from "./reopen-chat";
import type { KeptCall } from "./view";

const task = taskById("text-generation");
if (!task) throw new Error("text-generation is missing");

const turns = [
  { role: "user", content: "Hi" },
  { role: "assistant", content: "Hello\nyou" },
  { role: "user", content: "Who?" },
] as const;

function kept(request: string, answer: string, over: Partial<KeptCall> = {}): KeptCall {
  const body = (text: string) => ({ contentType: "application/json", bytes: text.length, text, base64: null });
  return {
    id: "a".repeat(32),
    at: "2026-01-01T00:00:00.000Z",
    endpoint: "demo",
    variant: "Blue",
    task: "text-generation",
    title: "Who?",
    latencyMs: 1200,
    requestId: "r-1",
    request: body(request),
    answer: body(answer),
    problem: null,
    ...over,
  };
}

const OPENAI =
  'data: {"choices":[{"index":0,"delta":{"content":"Ada"}}]}\n\ndata: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2}}\n\ndata: [DONE]\n\n';

test.each<[Dialect, string, Record<string, number>]>([
  ["messages", OPENAI, { max_tokens: 9 }],
  ["tgi", 'data:{"token":{"id":1,"text":"Ada","logprob":0,"special":false}}\n\n', { max_new_tokens: 9 }],
  ["pipeline", '[{"generated_text":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Ada"}]}]', {}],
  ["conversational", '{"generated_text":"Ada"}', {}],
])("a call of a chat in %s is the chat again", (dialect, answer, parameters) => {
  const system = dialect === "conversational" ? "" : "Be brief";
  const request = chatRequest(dialect, { system, turns, parameters }, dialectTask(task, dialect));
  const chat = chatOfCall(kept(String(request.body), answer));
  expect(chat && thread(chat.conversation).map(({ role, content }) => [role, content])).toStrictEqual([
    ["user", "Hi"],
    ["assistant", "Hello\nyou"],
    ["user", "Who?"],
    ["assistant", "Ada"],
  ]);
  expect(chat?.system).toBe(system);
  expect(chat?.parameters).toStrictEqual(parameters);
});

test("the answer has what is still known of it, and a failed one its problem", () => {
  const request = String(chatRequest("messages", { system: "", turns, parameters: {} }, task).body);
  const last = (call: KeptCall) => thread(chatOfCall(call)?.conversation ?? { messages: [], chosen: {} }).at(-1);
  expect(last(kept(request, OPENAI))).toMatchObject({
    status: "done",
    facts: { totalMs: 1200, answerTokens: 2, variant: "Blue", requestId: "r-1", firstTextMs: null },
  });
  const problem = { code: "unavailable" as const, message: "It broke off." };
  expect(last(kept(request, "", { answer: null, problem }))).toMatchObject({ status: "failed", content: "", problem });
  const inside = 'data: {"choices":[{"index":0,"delta":{"content":"Ha"}}]}\n\ndata: {"error":{"message":"died"}}\n\n';
  expect(last(kept(request, inside))).toMatchObject({ status: "failed", content: "Ha", problem: { message: "died" } });
});

test.each([
  ["a prompt", { inputs: "User-friendly", parameters: {} }],
  ["a text that only looks like a conversation", { inputs: "User: Hi\nAssistant: Hello" }],
  ["a list of texts", { inputs: ["one", "two"] }],
  ["pictures in messages", { messages: [{ role: "user", content: [{ type: "text", text: "Hi" }] }] }],
  ["an answer as the last message", { messages: [turns[0], turns[1]] }],
])("%s is no chat", (_name, body) => {
  expect(chatOfCall(kept(JSON.stringify(body), "[]"))).toBeNull();
});
