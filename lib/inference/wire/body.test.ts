import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";

import { draftFromBody, exampleJson, formBody, newDraft, readForm } from "../draft";
import { examplesOf, fillExample } from "../examples";
import { buildRequest } from "../request";
import { promptTask } from "./prompt-task";
import { takesSeveral, type Wire, wireOf } from "./wire";

const REGISTRY = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
const IMAGES = {
  tgi: "huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04",
  oldTgi: "huggingface-pytorch-tgi-inference:2.1.1-tgi1.4.2-gpu-py310-cu121-ubuntu22.04",
  vllm: "huggingface-vllm:0.17.1-transformers4.57.5-gpu-py312-cu129-ubuntu22.04",
  sglang: "huggingface-sglang:0.5.7-transformers4.57.1-gpu-py312-cu129-ubuntu24.04",
  tei: "tei:2.0.1-tei1.8.2-gpu-py310-cu122-ubuntu22.04",
  toolkit: "huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04",
};

function asked(image: keyof typeof IMAGES, task = "text-generation", environment = {}) {
  const wired = promptTask(taskById(task), { image: `${REGISTRY}/${IMAGES[image]}`, environment, task });
  if (!wired) throw new Error(`${task} is missing`);
  return wired;
}

function body(task: ReturnType<typeof asked>, text: string, parameters = {}) {
  const input = { kind: "text", value: { text, isBatch: false, second: null } } as const;
  return JSON.parse(formBody(task, { input, parameters }));
}

test.each<[keyof typeof IMAGES, Record<string, string>, Wire]>([
  ["tgi", {}, "tgi"],
  ["oldTgi", {}, "tgi"],
  ["oldTgi", { MESSAGES_API_ENABLED: "true" }, "messages"],
  ["vllm", {}, "completions"],
  ["sglang", {}, "messages"],
  ["toolkit", {}, "pipeline"],
])("a prompt to %s with %j is written as %s", (image, environment, wire) => {
  expect(wireOf(asked(image, "text-generation", environment))).toBe(wire);
});

test("TGI gets its inputs and parameters, and is asked for a counted stream", () => {
  expect(body(asked("tgi"), "Once", { max_new_tokens: 9, temperature: 1 })).toStrictEqual({
    inputs: "Once",
    parameters: { max_new_tokens: 9, temperature: 1, details: true },
    stream: true,
  });
  expect(asked("tgi").parameters.map(({ name }) => name)).toContain("stop");
});

test("vLLM gets a prompt with OpenAI's names beside it; several prompts are waited for", () => {
  expect(body(asked("vllm"), "Once", { max_tokens: 9 })).toStrictEqual({
    prompt: "Once",
    max_tokens: 9,
    stream: true,
    stream_options: { include_usage: true },
  });
  const input = { kind: "text", value: { text: "One\nTwo", isBatch: true, second: null } } as const;
  expect(JSON.parse(formBody(asked("vllm"), { input, parameters: {} }))).toStrictEqual({ prompt: ["One", "Two"] });
  expect(newDraft(asked("vllm"), null).parameters).toStrictEqual({ max_tokens: 100 });
  expect([takesSeveral(asked("vllm")), takesSeveral(asked("tgi"))]).toStrictEqual([true, false]);
});

test("SGLang, which only chats, gets the prompt as a message", () => {
  expect(body(asked("sglang"), "Hi", { temperature: 0.5 })).toMatchObject({
    messages: [{ role: "user", content: "Hi" }],
    temperature: 0.5,
    stream: true,
  });
});

test("TEI gets its own switches beside the inputs", () => {
  const task = asked("tei", "feature-extraction");
  expect(body(task, "A text", { normalize: false })).toStrictEqual({ inputs: "A text", normalize: false });
  expect(task.parameters.map(({ name }) => name)).toStrictEqual(["truncate", "normalize"]);
});

test.each<[keyof typeof IMAGES, string]>([
  ["tgi", "text-generation"],
  ["vllm", "text-generation"],
  ["sglang", "text-generation"],
  ["tei", "feature-extraction"],
  ["toolkit", "text-generation"],
])("what a form writes for %s, it reads again", (image, id) => {
  const task = asked(image, id);
  const [parameter] = task.parameters;
  const value = parameter?.type === "boolean" ? true : 7;
  const filled = {
    input: { kind: "text", value: { text: "Once upon", isBatch: false, second: null } },
    parameters: { [parameter?.name ?? ""]: value },
  } as const;
  expect(readForm(task, formBody(task, filled))).toStrictEqual({ ok: true, filled });
});

test.each<[keyof typeof IMAGES, unknown]>([
  ["tgi", { inputs: "x", parameters: { details: true } }],
  ["tgi", { inputs: ["x", "y"], parameters: { details: true }, stream: true }],
  ["vllm", { messages: [{ role: "user", content: "x" }], stream: true }],
  ["vllm", { prompt: "x" }],
  [
    "sglang",
    {
      messages: [
        { role: "user", content: "x" },
        { role: "assistant", content: "y" },
      ],
      stream: true,
    },
  ],
])("a body for %s that its form would change stays JSON: %j", (image, value) => {
  expect(draftFromBody(asked(image), JSON.stringify(value)).mode).toBe("json");
});

test("typed JSON goes as it was typed, and its answer is taken as events only where it asks for them", () => {
  const draft = { ...newDraft(asked("vllm"), null), mode: "json" as const };
  const sent = (json: string) => {
    const built = buildRequest(asked("vllm"), { ...draft, json });
    return built.ok ? [built.request.body, built.request.accept] : null;
  };
  expect(sent('{"prompt":"x", "n": 2.0, "stream":true}')).toStrictEqual([
    '{"prompt":"x", "n": 2.0, "stream":true}',
    "text/event-stream",
  ]);
  expect(sent('{"prompt":"\\"stream\\": true"}')?.[1]).toBe("application/json");
});

test("examples are turned into the container's words", async () => {
  const [example] = examplesOf(asked("vllm"), "bundled/tiny-chat");
  if (!example) throw new Error("no example");
  const filled = await fillExample(asked("vllm"), example);
  expect(Object.keys(filled.parameters)).toContain("max_tokens");
  expect(JSON.parse(exampleJson(asked("vllm")))).toMatchObject({ prompt: "My name is philipp and I am", stream: true });
  expect(JSON.parse(exampleJson(asked("toolkit")))).toStrictEqual({ inputs: "My name is philipp and I am" });
});
