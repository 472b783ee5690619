import { expect, test } from "vitest";

import { answerReader } from "./answer-reader";
import type { Delta } from "./delta";

const events = (...values: unknown[]) => values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join("");
const chunk = (content: string) => ({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const token = (text: string, special = false) => ({
  token: { id: 1, text, logprob: 0, special },
  generated_text: null,
});

const OPENAI = `${events(
  { choices: [{ index: 0, delta: { role: "assistant", content: "" } }] },
  chunk("Grüß"),
  chunk(" dich 👋"),
  { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] },
  { choices: [], usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 } },
)}data: [DONE]\n\n`;

const TGI = `data:${JSON.stringify(token("Grüß"))}\n\n: keep-alive\n\n${events(token(" dich 👋"), {
  ...token("</s>", true),
  generated_text: "Grüß dich 👋",
  details: { finish_reason: "eos_token", generated_tokens: 3, input_length: 9 },
})}`;

/** Feeds bytes cut at the given places, characters and all, as a connection would bring them. */
function readBytes(body: string, cuts: readonly number[] = []): Delta[] {
  const bytes = new TextEncoder().encode(body);
  const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  const decoder = new TextDecoder();
  const reader = answerReader();
  const deltas = edges.slice(1).flatMap((end, at) => {
    const text = decoder.decode(bytes.subarray(edges[at], end), { stream: true });
    return reader.push(text);
  });
  return [...deltas, ...reader.end()];
}

const textOf = (deltas: Delta[]) => deltas.map((delta) => (delta.kind === "text" ? delta.text : "")).join("");

test("a chat in OpenAI's events", () => {
  expect(readBytes(OPENAI)).toStrictEqual([
    { kind: "text", text: "Grüß" },
    { kind: "text", text: " dich 👋" },
    { kind: "finish", reason: "stop" },
    { kind: "usage", promptTokens: 9, answerTokens: 2 },
  ]);
});

test("TGI's tokens, without the special ones and without the repeated whole", () => {
  expect(readBytes(TGI)).toStrictEqual([
    { kind: "text", text: "Grüß" },
    { kind: "text", text: " dich 👋" },
    { kind: "usage", promptTokens: 9, answerTokens: 3 },
    { kind: "finish", reason: "eos_token" },
  ]);
});

test.each([
  ["OpenAI's", OPENAI],
  ["TGI's", TGI],
])("%s events may be cut anywhere, within characters too", (_name, body) => {
  const whole = readBytes(body);
  const { length } = new TextEncoder().encode(body);
  for (let cut = 0; cut <= length; cut += 1) expect(readBytes(body, [cut])).toStrictEqual(whole);
  const random = seeded(7);
  for (let round = 0; round < 300; round += 1) {
    const cuts = Array.from({ length: 1 + Math.floor(random() * 20) }, () => Math.floor(random() * (length + 1)));
    expect(readBytes(body, cuts)).toStrictEqual(whole);
  }
});

test("lines that end as on Windows, and a last event without its empty line", () => {
  const body = `data: ${JSON.stringify(chunk("one"))}\r\n\r\ndata: ${JSON.stringify(chunk(" two"))}`;
  expect(textOf(readBytes(body))).toBe("one two");
});

test.each([
  ["TGI", { error: "Request failed during generation", error_type: "generation" }, "Request failed during generation"],
  ["OpenAI", { error: { message: "engine died", code: 500 } }, "engine died"],
  ["older vLLM", { object: "error", message: "too long", code: 400 }, "too long"],
])("an error inside %s's stream comes after the text before it", (_name, error, message) => {
  expect(readBytes(events(chunk("Half"), error))).toStrictEqual([
    { kind: "text", text: "Half" },
    { kind: "error", message },
  ]);
});

test.each([
  ["a pipeline's new text", [{ generated_text: "Paris" }], "Paris"],
  [
    "a pipeline's conversation",
    [
      {
        generated_text: [
          { role: "user", content: "Capital?" },
          { role: "assistant", content: "Paris" },
        ],
      },
    ],
    "Paris",
  ],
  ["the conversational task", { generated_text: "Paris", conversation: { past_user_inputs: ["Capital?"] } }, "Paris"],
  ["a whole chat completion", { choices: [{ message: { role: "assistant", content: "Paris" } }] }, "Paris"],
  ["a whole completion", { choices: [{ text: "Paris" }] }, "Paris"],
  ["bare text as JSON", "Paris", "Paris"],
])("%s in one piece", (_name, value, text) => {
  expect(textOf(readBytes(JSON.stringify(value)))).toBe(text);
});

test("what is no JSON is taken as the text itself, and nothing as nothing", () => {
  expect(textOf(readBytes("Hi"))).toBe("Hi");
  expect(readBytes("")).toStrictEqual([]);
});

/** The same numbers each time: a failing split can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
