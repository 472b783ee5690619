import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";
import type { Problem } from "@/lib/errors";

import { readModelError } from "./model-error";
import { remedyFor } from "./remedy";
import { jsonRequest } from "./request";

const refused = (message: string, status = 400): Problem => ({
  code: "invalid",
  message: "no",
  detail: { container: readModelError({ status, originalMessage: JSON.stringify({ code: status, message }) }) },
});
const task = taskById("text-classification");
const remedy = (problem: Problem, body: unknown) =>
  remedyFor({ problem, request: jsonRequest(JSON.stringify(body)), task });

test("an unknown parameter is removed, and only it", () => {
  const problem = refused("_sanitize_parameters() got an unexpected keyword argument 'no_such'");
  expect(remedy(problem, { inputs: "x", parameters: { no_such: 1, top_k: 2 } })).toStrictEqual({
    kind: "send",
    label: "Remove no_such and run",
    body: '{"inputs":"x","parameters":{"top_k":2}}',
  });
  expect(remedy(problem, { inputs: "x", parameters: { no_such: 1 } })).toMatchObject({ body: '{"inputs":"x"}' });
  expect(remedy(problem, { inputs: "x", parameters: { other: 1 } })).toBeNull();
});

test("too long a text is cut where the task offers it, once", () => {
  const problem = refused("index out of range in self");
  expect(remedy(problem, { inputs: "x", parameters: { top_k: 1 } })).toMatchObject({
    body: '{"inputs":"x","parameters":{"top_k":1,"truncation":true}}',
  });
  expect(remedy(problem, { inputs: "x", parameters: { truncation: true } })).toBeNull();
});

test("what is no object is wrapped", () => {
  const problem = refused("'str' object has no attribute 'pop'");
  expect(remedy(problem, "just text")).toMatchObject({ body: '{"inputs":"just text"}' });
});

test("a text under another name becomes the input", () => {
  const problem = refused("Failed to deserialize the JSON body: missing field `inputs` at line 1 column 14", 422);
  expect(remedy(problem, { prompt: "x", parameters: { seed: 1 } })).toMatchObject({
    body: '{"inputs":"x","parameters":{"seed":1}}',
  });
});

test.each([
  [refused("You need to define one of the following [...] as env 'HF_TASK'."), "deploy"],
  [refused("No worker is available to serve request for model: m.", 503), "again"],
  [{ code: "not-found", message: "gone" } as const, "endpoint"],
  [{ code: "throttled", message: "later" } as const, "again"],
  [{ code: "too-large", message: "smaller" } as const, undefined],
  [refused("something odd"), undefined],
])("the button fits the failure", (problem, kind) => {
  expect(remedy(problem, { inputs: "x" })?.kind).toBe(kind);
});
