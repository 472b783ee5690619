import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";

import { type Draft, draftFromBody, formBody, newDraft, toForm, toJson } from "./draft";
import { pretty } from "./pretty-json";

const classification = taskById("text-classification");
const generation = taskById("text-generation");
const json = (text: string): Draft => ({ ...newDraft(null, null), json: text });

test("a half-filled form becomes JSON and comes back as it stood", () => {
  const draft: Draft = {
    ...newDraft(classification, null),
    input: { kind: "text", value: { text: " one \n\n two", isBatch: true, second: null } },
    parameters: { function_to_apply: "none" },
  };
  const asJson = toJson(classification, draft);
  expect(JSON.parse(asJson.json)).toStrictEqual({ inputs: ["one", "two"], parameters: { function_to_apply: "none" } });
  expect(toForm(classification, asJson)).toStrictEqual({ ok: true, draft: { ...asJson, mode: "form" } });
});

test("a file stays in the form while its JSON is looked at", () => {
  const speech = taskById("automatic-speech-recognition");
  const media = { source: "file" as const, name: "a", type: "audio/wave", blob: new Blob(["x"]), base64: "eA==" };
  const draft: Draft = { ...newDraft(speech, null), input: { kind: "audio", value: { media } } };
  const back = toForm(speech, toJson(speech, draft));
  expect(back.ok && back.draft.input).toBe(draft.input);
});

test("what was changed in JSON stands in the form, parameters that it does not know included", () => {
  const body = '{"inputs": "Once", "parameters": {"temperature": 2.0, "seed": 7, "stop": {"a": [1]}}}';
  const form = toForm(generation, json(body));
  expect(form.ok && form.draft.parameters).toStrictEqual({ temperature: 2, seed: 7, stop: { a: [1] } });
  expect(form.ok && formBody(generation, form.draft)).toBe(
    '{"inputs":"Once","parameters":{"temperature":2.0,"seed":7,"stop":{"a":[1]}}}',
  );
});

test.each([
  ['{"inputs": "x", "options": {"wait": true}}', 'The form has no place for "options".'],
  ['{"inputs": {"a": 1}}', 'The form cannot show "inputs" of this shape.'],
  ['{"inputs": "x", "parameters": [1]}', 'The form needs "parameters" to be an object.'],
  [
    '{"inputs": "x", "parameters": {"seed": 12345678901234567890}}',
    "The form would round the number 12345678901234567890.",
  ],
  ["[1]", "The form takes a JSON object."],
  ["{", "The form takes a JSON object."],
])("%s stays JSON, with the reason", (text, reason) => {
  expect(toForm(generation, json(text))).toStrictEqual({ ok: false, reason });
});

test("digits inside a text are no number", () => {
  expect(toForm(generation, json('{"inputs": "call \\"12345678901234567890\\""}')).ok).toBe(true);
});

test("a body of a link is a form where there is one for it", () => {
  expect(draftFromBody(generation, '{"inputs":"x"}').mode).toBe("form");
  const kept = draftFromBody(generation, '{"inputs":"x","stream":true}');
  expect([kept.mode, kept.json]).toStrictEqual(["json", '{\n  "inputs": "x",\n  "stream": true\n}']);
});

test("laying out JSON keeps each value as it was written", () => {
  expect(pretty('{"a":2.0,"b":[1e3,"x, {y}: \\"z\\"",12345678901234567890],"c":{},"d":[]}')).toBe(`{
  "a": 2.0,
  "b": [
    1e3,
    "x, {y}: \\"z\\"",
    12345678901234567890
  ],
  "c": {},
  "d": []
}`);
  expect(pretty("not json")).toBe("not json");
  const long = `{"a":"${"x".repeat(10_000_000)}"}`;
  expect(pretty(long)).toHaveLength(long.length + 5);
});
