import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";

import { chatRequest } from "./chat-request";
import { chatDialect, type Dialect } from "./dialect";
import { dialectTask } from "./dialect-task";

const REGISTRY = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
const task = taskById("text-generation");
if (!task) throw new Error("text-generation is missing");

const turns = [
  { role: "user", content: "Hi" },
  { role: "assistant", content: "Hello" },
  { role: "user", content: "Who?" },
] as const;

const body = (dialect: Dialect, parameters = {}) =>
  JSON.parse(String(chatRequest(dialect, { system: "Be brief", turns, parameters }, dialectTask(task, dialect)).body));

test.each([
  ["huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04", {}, "messages"],
  ["huggingface-pytorch-tgi-inference:2.1.1-tgi1.4.2-gpu-py310-cu121-ubuntu22.04", {}, "tgi"],
  [
    "huggingface-pytorch-tgi-inference:2.1.1-tgi1.4.2-gpu-py310-cu121-ubuntu22.04",
    { MESSAGES_API_ENABLED: "true" },
    "messages",
  ],
  ["huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04", {}, "pipeline"],
  ["huggingface-pytorch-inference:1.13.1-transformers4.26.0-cpu-py39-ubuntu20.04", {}, "pipeline-text"],
  ["somebody/own-image:latest", {}, "pipeline"],
])("%s with %j is spoken to by %s", (image, environment, dialect) => {
  expect(chatDialect({ image: `${REGISTRY}/${image}`, environment, task: "text-generation" })).toBe(dialect);
});

test("the conversational task has a shape of its own, without a system prompt", () => {
  expect(chatDialect({ image: null, environment: {}, task: "conversational" })).toBe("conversational");
  expect(body("conversational")).toStrictEqual({
    inputs: { text: "Who?", past_user_inputs: ["Hi"], generated_responses: ["Hello"] },
  });
});

test("messages carry OpenAI's parameters beside them", () => {
  expect(body("messages", { max_tokens: 64, temperature: 1, stop: ["END"] })).toStrictEqual({
    messages: [{ role: "system", content: "Be brief" }, ...turns],
    max_tokens: 64,
    temperature: 1,
    stop: ["END"],
    stream: true,
    stream_options: { include_usage: true },
  });
});

test("TGI's inputs are the conversation as one text that stops before the next question", () => {
  expect(body("tgi", { max_new_tokens: 64 })).toStrictEqual({
    inputs: "Be brief\n\nUser: Hi\nAssistant: Hello\nUser: Who?\nAssistant:",
    parameters: { max_new_tokens: 64, details: true, return_full_text: false, stop: ["\nUser:"] },
    stream: true,
  });
});

test("a pipeline gets the messages as its inputs, an older one a text", () => {
  expect(body("pipeline", { max_new_tokens: 64 })).toStrictEqual({
    inputs: [{ role: "system", content: "Be brief" }, ...turns],
    parameters: { max_new_tokens: 64 },
  });
  expect(body("pipeline-text")).toStrictEqual({
    inputs: "Be brief\n\nUser: Hi\nAssistant: Hello\nUser: Who?\nAssistant:",
    parameters: { return_full_text: false },
  });
});

test("each dialect offers its own names", () => {
  const names = (dialect: Dialect) => dialectTask(task, dialect).parameters.map(({ name }) => name);
  expect(names("messages")).toStrictEqual(["max_tokens", "temperature", "top_p", "stop", "seed"]);
  expect(names("tgi")).toContain("max_new_tokens");
  expect(names("pipeline")).not.toContain("return_full_text");
});
