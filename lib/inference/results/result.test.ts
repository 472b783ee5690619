import { expect, test } from "vitest";

import { tasks } from "@/catalog/tasks/data";
import type { Task } from "@/catalog/tasks/schema";
import { taskById } from "@/catalog/tasks/select";

import { jsonRequest } from "../request";
import { type Drawing, readResult } from "./result";

const FILE = { body: new Blob(["bytes"], { type: "image/png" }), contentType: "image/png" };

/** What is drawn for each input; fails when the answer could not be read. */
function drawings(task: string, inputs: unknown, answer: unknown, parameters?: object): Drawing[] {
  const request =
    inputs instanceof Blob ? { ...FILE, body: inputs } : jsonRequest(JSON.stringify({ inputs, parameters }));
  const result = readResult(taskById(task), request, JSON.stringify(answer));
  if (result.kind === "other") throw new Error("The answer was not read.");
  return result.rows.map((row) => row.drawing);
}

function requestOf(task: Task) {
  const [example] = task.examples;
  return example?.body ? jsonRequest(JSON.stringify(example.body)) : FILE;
}

test.each(tasks)("every documented answer of $id is drawn", (task) => {
  for (const example of task.response.examples) {
    const result = readResult(task, requestOf(task), JSON.stringify(example.body));
    expect(result).toMatchObject({ kind: "drawn", rows: [{}] });
  }
});

test.each([
  "not json",
  '{"odd":true}',
  "[1,2]",
  "[]",
  "null",
  "[[]]",
  '[{"label":"x"}]',
])("an answer of another shape is shown as it is: %s", (answer) => {
  expect(readResult(taskById("text-classification"), jsonRequest('{"inputs":"x"}'), answer).kind).toBe("other");
});

test("a model whose task is not known is shown as it answered", () => {
  expect(readResult(null, jsonRequest('{"inputs":"x"}'), "[1]")).toStrictEqual({ kind: "other", text: "[1]" });
});

test("an answer about a file or an address knows what was sent", () => {
  const answer = [{ label: "cat", score: 0.9 }];
  expect(drawings("image-classification", FILE.body, answer)).toMatchObject([
    { media: { kind: "image", source: "file", blob: FILE.body } },
  ]);
  expect(drawings("image-classification", "https://example.com/cat.jpg", answer)).toMatchObject([
    { media: { kind: "image", source: "url", url: "https://example.com/cat.jpg" } },
  ]);
  expect(drawings("image-classification", "data:image/png;base64,iVBORw0KGgo=", answer)).toMatchObject([
    { media: { kind: "image", source: "file", blob: { type: "image/png", size: 8 } } },
  ]);
  expect(drawings("image-classification", "/opt/ml/input/cat.jpg", answer)).toMatchObject([{ media: null }]);
});

test("several pictures at once give a row each, with the picture it is about", () => {
  const answer = [[{ label: "cat", score: 0.9 }], [{ label: "dog", score: 0.8 }]];
  const [, second] = drawings("image-classification", ["https://a.example/1", "https://a.example/2"], answer);
  expect(second).toMatchObject({ scores: [{ label: "dog" }], media: { url: "https://a.example/2" } });
});

test("a conversation of the old toolkit is put in order", () => {
  const [chat] = drawings(
    "conversational",
    { text: "Why?" },
    {
      generated_text: "Because.",
      conversation: { past_user_inputs: ["Hi", "Why?"], generated_responses: ["Hello", "Because."] },
    },
  );
  expect(chat).toStrictEqual({
    kind: "chat",
    threads: [
      [
        { role: "user", content: "Hi" },
        { role: "assistant", content: "Hello" },
        { role: "user", content: "Why?" },
        { role: "assistant", content: "Because." },
      ],
    ],
  });
});

test("a chat answer is a thread, and its request one input", () => {
  const answer = [{ generated_text: [{ role: "assistant", content: "Paris" }] }];
  expect(
    drawings(
      "text-generation",
      [
        { role: "system", content: "Be brief" },
        { role: "user", content: "x" },
      ],
      answer,
    ),
  ).toStrictEqual([{ kind: "chat", threads: [[{ role: "assistant", content: "Paris" }]] }]);
});

test("several prompts with alternatives keep them apart", () => {
  const answer = [
    [{ generated_text: "a1" }, { generated_text: "a2" }],
    [{ generated_text: "b1" }, { generated_text: "b2" }],
  ];
  expect(drawings("text-generation", ["a", "b"], answer)).toStrictEqual([
    { kind: "generated", prompt: "a", texts: ["a1", "a2"] },
    { kind: "generated", prompt: "b", texts: ["b1", "b2"] },
  ]);
});

test("several texts to sum up or translate are a flat list", () => {
  expect(drawings("translation", ["a", "b"], [{ translation_text: "x" }, { translation_text: "y" }])).toStrictEqual([
    { kind: "rewritten", made: "translation", source: "a", texts: ["x"] },
    { kind: "rewritten", made: "translation", source: "b", texts: ["y"] },
  ]);
});

test("boxes and masks: none found is an answer, too", () => {
  expect(drawings("object-detection", FILE.body, [])).toMatchObject([{ kind: "boxes", boxes: [] }]);
  expect(drawings("image-segmentation", FILE.body, [{ score: null, label: "sky", mask: "aGk=" }])).toMatchObject([
    { segments: [{ label: "sky", score: null, mask: "aGk=" }] },
  ]);
});
