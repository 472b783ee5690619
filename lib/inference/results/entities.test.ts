import { expect, test } from "vitest";

import { jsonRequest } from "../request";
import { readAsked } from "./answer";
import { readEntities, segmentText } from "./entities";

const read = (inputs: unknown, answer: unknown) =>
  readEntities(answer, readAsked(jsonRequest(JSON.stringify({ inputs }))));
const found = (inputs: unknown, answer: unknown) => read(inputs, answer)?.flatMap((row) => row.drawing.entities);
const piece = (entity: string, word: string, start: number, end: number, index: number, score = 1) => ({
  entity,
  word,
  start,
  end,
  index,
  score,
});

test("entities keep the letters of the text, whatever the tokenizer made of them", () => {
  expect(found("Hi Sylvain", [piece("B-PER", "sylvain", 3, 10, 2, 0.99)])).toStrictEqual([
    { label: "PER", text: "Sylvain", start: 3, end: 10, score: 0.99 },
  ]);
});

test("a text without entities is still a result", () => {
  expect(read("nothing here", [])).toMatchObject([{ drawing: { kind: "entities", entities: [] } }]);
});

test("places are counted in code points: an emoji before an entity does not shift its mark", () => {
  const entities = found("👋🏽 Ada 🎉 Rome", [
    { entity_group: "PER", word: "ada", start: 3, end: 6, score: 1 },
    { entity_group: "LOC", word: "rome", start: 9, end: 13, score: 1 },
  ]);
  expect(entities?.map((entity) => entity.text)).toStrictEqual(["Ada", "Rome"]);
});

test("word pieces and neighbours of one entity are joined, their score the mean", () => {
  expect(
    found("Hugging Face in New York", [
      piece("I-ORG", "Hu", 0, 2, 1, 1),
      piece("I-ORG", "##gging", 2, 7, 2, 0.5),
      piece("I-ORG", "Face", 8, 12, 3, 0.6),
      piece("B-LOC", "New", 16, 19, 5, 1),
      piece("I-LOC", "York", 20, 24, 6, 1),
    ]),
  ).toStrictEqual([
    { label: "ORG", text: "Hugging Face", start: 0, end: 12, score: 0.7000000000000001 },
    { label: "LOC", text: "New York", start: 16, end: 24, score: 1 },
  ]);
});

test("a new beginning, and what the container joined itself, stay apart", () => {
  expect(found("Ada Bob", [piece("B-PER", "Ada", 0, 3, 1), piece("B-PER", "Bob", 4, 7, 2)])).toHaveLength(2);
  const group = (start: number, end: number) => ({ entity_group: "LOC", word: "", start, end, score: 1 });
  expect(found("東京大阪", [group(0, 2), group(2, 4)])).toHaveLength(2);
});

test("without places a word is marked where it stands once, and only listed otherwise", () => {
  const word = (text: string) => ({ entity_group: "PER", word: text, start: null, end: null, score: 1 });
  expect(found("Ada and Bob and Bob", [word("Ada"), word("Bob")])).toMatchObject([
    { text: "Bob", start: -1 },
    { text: "Ada", start: 0, end: 3 },
  ]);
});

test("overlaps are left out of the marks", () => {
  const entity = (label: string, start: number, end: number) => ({ label, start, end, score: 1, text: "" });
  const segments = segmentText("New York in May", [entity("LOC", 0, 8), entity("LOC", 4, 8), entity("DATE", 12, 15)]);
  expect(segments.map(({ text, entity: mark }) => [text, mark?.label ?? null])).toStrictEqual([
    ["New York", "LOC"],
    [" in ", null],
    ["May", "DATE"],
  ]);
});
