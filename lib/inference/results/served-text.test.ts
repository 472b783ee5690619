import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";

import { jsonRequest } from "../request";
import { readResult } from "./result";

const task = taskById("text-generation");
const events = (...values: unknown[]) => values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join("");

/** The drawings of an answer to a body. */
function drawn(body: unknown, answer: unknown) {
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  const result = readResult(task, jsonRequest(JSON.stringify(body)), text);
  return result.kind === "drawn" ? result.rows.map(({ drawing }) => drawing) : result.kind;
}

test("a completion goes on with its prompt, each choice as an alternative", () => {
  const choices = [
    { index: 0, text: " upon a time" },
    { index: 1, text: " more" },
  ];
  expect(drawn({ prompt: "Once", n: 2 }, { choices })).toStrictEqual([
    { kind: "generated", prompt: "Once", texts: ["Once upon a time", "Once more"] },
  ]);
});

test("several prompts have a row each", () => {
  const choices = ["1", "2"].map((text, index) => ({ index, text }));
  expect(drawn({ prompt: ["a", "b"] }, { choices })).toStrictEqual([
    { kind: "generated", prompt: "a", texts: ["a1"] },
    { kind: "generated", prompt: "b", texts: ["b2"] },
  ]);
});

test("a chat completion answers its last message, with what was thought before apart", () => {
  const message = { role: "assistant", content: "Paris", reasoning_content: "France" };
  const body = { messages: [{ role: "user", content: "Capital?" }] };
  expect(drawn(body, { choices: [{ index: 0, message }] })).toStrictEqual([
    { kind: "generated", prompt: "Capital?", texts: ["Paris"], reasoning: "France" },
  ]);
});

test("TGI's stream is its text, after the prompt", () => {
  const token = (text: string, special = false) => ({ token: { id: 1, text, logprob: 0, special } });
  const answer = events(token(" upon"), token("</s>", true));
  expect(drawn({ inputs: "Once", stream: true }, answer)).toStrictEqual([
    { kind: "generated", prompt: "Once", texts: ["Once upon"] },
  ]);
});

test("a stream that tells of an error shows it after its text", () => {
  const answer = events({ choices: [{ index: 0, text: " a" }] }, { error: { message: "engine died" } });
  expect(drawn({ prompt: "Once", stream: true }, answer)).toStrictEqual([
    { kind: "generated", prompt: "Once", texts: ["Once a"], error: "engine died" },
  ]);
});

test("TGI's and a pipeline's answers in one piece are drawn as before, other text is not", () => {
  expect(drawn({ inputs: "Once" }, [{ generated_text: "Once more" }])).toStrictEqual([
    { kind: "generated", prompt: "Once", texts: ["Once more"] },
  ]);
  expect(drawn({ inputs: "Once" }, "bare words")).toBe("other");
});
