import { expect, test } from "vitest";

import { tasks } from "@/catalog/tasks/data";
import { taskById } from "@/catalog/tasks/select";

import { type Draft, newDraft } from "./draft";
import { parseParameter } from "./parameters";
import { buildRequest, jsonError, jsonRequest } from "./request";

const generation = taskById("text-generation");
const draft = (over: Partial<Draft>): Draft => ({ ...newDraft(generation, null), ...over });
const text = (text: string, isBatch = false): Draft["input"] => ({
  kind: "text",
  value: { text, isBatch, second: null },
});
const sent = (body: string) => ({ ok: true, request: jsonRequest(body) });

test("a parameter that is not set is not sent", () => {
  expect(buildRequest(generation, draft({ input: text("Once") }))).toStrictEqual(sent('{"inputs":"Once"}'));
});

test("set parameters travel beside the input, null included", () => {
  const request = buildRequest(
    generation,
    draft({ input: text("Once"), parameters: { max_new_tokens: 20, top_k: null } }),
  );
  expect(request).toStrictEqual(sent('{"inputs":"Once","parameters":{"max_new_tokens":20,"top_k":null}}'));
});

test("a whole number where the model wants a fraction stays a fraction", () => {
  const request = buildRequest(generation, draft({ input: text("Once"), parameters: { temperature: 2, top_p: 0.5 } }));
  expect(request).toStrictEqual(sent('{"inputs":"Once","parameters":{"temperature":2.0,"top_p":0.5}}'));
});

test("JSON is sent as it was typed", () => {
  const json = '{"inputs": "Once", "parameters": {"temperature": 2.0, "seed": 12345678901234567890}}';
  expect(buildRequest(generation, draft({ mode: "json", json: `${json}\n` }))).toStrictEqual(sent(json));
});

test("a parameter outside its range is refused with its name", () => {
  expect(buildRequest(generation, draft({ input: text("Once"), parameters: { temperature: 9 } }))).toStrictEqual({
    ok: false,
    reason: "temperature: Use 5 or less.",
  });
});

test("several texts become a list, empty lines left out", () => {
  const request = buildRequest(taskById("text-classification"), draft({ input: text("good\n\n bad ", true) }));
  expect(request).toStrictEqual(sent('{"inputs":["good","bad"]}'));
});

test("an empty text is no request", () => {
  expect(buildRequest(generation, draft({ input: text("  \n") }))).toMatchObject({ ok: false });
});

test("JSON is checked before it is sent, with the line to look at", () => {
  expect(jsonError('{"inputs": "x"}')).toBeNull();
  expect(jsonError('{\n  "inputs": oops\n}')).toMatch(/^This is not valid JSON: look at line 2/);
  expect(jsonError('["a"]')).toMatch(/Wrap the input/);
  expect(jsonError("")).toMatch(/Type a JSON object/);
});

test("a new form asks a recent classifier for all labels, and an old container for nothing it may not know", () => {
  const classification = taskById("text-classification");
  expect(newDraft(classification, "x:2.1.0-transformers4.37.0-cpu").parameters).toStrictEqual({ top_k: null });
  expect(newDraft(classification, "x:1.7.1-transformers4.6.1-cpu").parameters).toStrictEqual({});
});

test("every task has a form, and only a model whose task is not known is asked by JSON", () => {
  expect(tasks.map((task) => newDraft(task, null).mode)).toStrictEqual(tasks.map(() => "form"));
  expect(newDraft(null, null).mode).toBe("json");
});

test("typed parameters become values of their type, and empty ones none", () => {
  const parameter = (name: string) => {
    const found = [...(generation?.parameters ?? []), ...(taskById("token-classification")?.parameters ?? [])].find(
      (row) => row.name === name,
    );
    if (!found) throw new Error(name);
    return found;
  };
  expect(parseParameter(parameter("max_new_tokens"), "12")).toBe(12);
  expect(parseParameter(parameter("do_sample"), "false")).toBe(false);
  expect(parseParameter(parameter("ignore_labels"), "O, MISC")).toStrictEqual(["O", "MISC"]);
  expect(parseParameter(parameter("max_new_tokens"), " ")).toBeUndefined();
});

test("JSON that is nested too deep is refused, valid or not", () => {
  const draft = (json: string): Draft => ({ ...newDraft(null, null), mode: "json", json });
  const deep = "[".repeat(100_000);
  expect(buildRequest(null, draft(`{"inputs": ${deep}`))).toStrictEqual({
    ok: false,
    reason: "This is not valid JSON.",
  });
  expect(buildRequest(null, draft(`{"inputs": ${deep}${"]".repeat(100_000)}}`))).toStrictEqual({
    ok: false,
    reason: "This JSON is nested too deep to be sent.",
  });
});

test("an input that no endpoint takes is refused before it is read, with both sizes", () => {
  const huge = "x".repeat(30 * 1024 * 1024);
  const refusal = { ok: false, reason: expect.stringContaining("A real-time endpoint takes at most 25 MB.") };
  expect(buildRequest(generation, draft({ input: text(huge) }))).toStrictEqual(refusal);
  expect(buildRequest(generation, draft({ mode: "json", json: huge }))).toStrictEqual(refusal);
  expect(jsonError(huge)).toBe("The input is 30 MB. A real-time endpoint takes at most 25 MB.");
});
