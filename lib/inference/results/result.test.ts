import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";

import { jsonRequest } from "../request";
import { segmentText } from "./entities";
import { splitGenerated } from "./generated";
import { readResult } from "./result";

const classify = taskById("sentiment-analysis");
const ner = taskById("token-classification");
const generate = taskById("text-generation");
const body = (inputs: unknown) => jsonRequest(JSON.stringify({ inputs }));

test("the scores of one text are sorted, best first", () => {
  const answer = JSON.stringify([
    { label: "neg", score: 0.1 },
    { label: "pos", score: 0.9 },
  ]);
  expect(readResult(classify, body("fine"), answer)).toStrictEqual({
    kind: "labels",
    rows: [
      {
        input: "fine",
        scores: [
          { label: "pos", score: 0.9 },
          { label: "neg", score: 0.1 },
        ],
      },
    ],
  });
});

test("a flat list for several texts is one label for each", () => {
  const answer = JSON.stringify([
    { label: "pos", score: 0.9 },
    { label: "neg", score: 0.8 },
  ]);
  expect(readResult(classify, body(["a", "b"]), answer)).toMatchObject({
    rows: [
      { input: "a", scores: [{ label: "pos" }] },
      { input: "b", scores: [{ label: "neg" }] },
    ],
  });
});

test("a list of lists is all labels of each text", () => {
  const scores = [
    { label: "pos", score: 0.9 },
    { label: "neg", score: 0.1 },
  ];
  const result = readResult(classify, body(["a", "b"]), JSON.stringify([scores, scores]));
  expect(result.kind === "labels" && result.rows.map((row) => row.scores.length)).toStrictEqual([2, 2]);
});

test("entities keep the letters of the text, whatever the tokenizer made of them", () => {
  const answer = JSON.stringify([{ entity: "B-PER", score: 0.99, index: 1, word: "sylvain", start: 3, end: 10 }]);
  expect(readResult(ner, body("Hi Sylvain"), answer)).toStrictEqual({
    kind: "entities",
    rows: [{ input: "Hi Sylvain", entities: [{ label: "PER", text: "Sylvain", start: 3, end: 10, score: 0.99 }] }],
  });
});

test("a text without entities is still a result", () => {
  expect(readResult(ner, body("nothing here"), "[]")).toMatchObject({ kind: "entities", rows: [{ entities: [] }] });
});

test("word pieces of one entity are marked as one, and overlaps are left out", () => {
  const entity = (label: string, start: number, end: number) => ({ label, start, end, score: 1, text: "" });
  const segments = segmentText("New York in May", [
    entity("LOC", 0, 3),
    entity("LOC", 3, 8),
    entity("LOC", 4, 8),
    entity("DATE", 12, 15),
  ]);
  expect(segments.map(({ text, entity: mark }) => [text, mark?.label ?? null])).toStrictEqual([
    ["New York", "LOC"],
    [" in ", null],
    ["May", "DATE"],
  ]);
});

test("the new part of a generated text is told from the prompt", () => {
  expect(readResult(generate, body("Once"), '[{"generated_text":"Once upon"}]')).toStrictEqual({
    kind: "generated",
    prompt: "Once",
    texts: ["Once upon"],
  });
  expect(splitGenerated("Once", "Once upon")).toStrictEqual({ prompt: "Once", continuation: " upon" });
  expect(splitGenerated("Once", " upon")).toStrictEqual({ prompt: "", continuation: " upon" });
});

test("a chat answer is a thread", () => {
  const answer = JSON.stringify([{ generated_text: [{ role: "assistant", content: "Paris" }] }]);
  expect(readResult(generate, body([]), answer)).toStrictEqual({
    kind: "chat",
    threads: [[{ role: "assistant", content: "Paris" }]],
  });
});

test.each(["not json", '{"odd":true}', "[1,2]", "[]"])("an answer of another shape is shown as it is: %s", (answer) => {
  expect(readResult(classify, body("x"), answer).kind).toBe("other");
});
