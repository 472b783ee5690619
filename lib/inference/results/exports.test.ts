import { expect, test } from "vitest";

import type { Row } from "./answer";
import { batchCsv } from "./batch/batch-csv";
import { sortedBatch, toBatchLines } from "./batch/batch-lines";
import { shortResult } from "./batch/short-result";
import { jsonForReading } from "./json-text";
import type { Drawing } from "./result";
import { clock, toSrt, toVtt } from "./subtitles";

const labels = (input: string, label: string, score: number): Row<Drawing> => ({
  input,
  drawing: { kind: "labels", scores: [{ label, score }], scale: "shares", media: null },
});
const BATCH = [labels("b 10", "pos", 0.9), labels("a 2", "neg", 0.7), labels("b 9", "pos", 0.8)];

test("in CSV a text is quoted where it must be, and never a formula; a score stays a number", () => {
  const line = (input: string, label = "x", score = 1) => batchCsv([labels(input, label, score)]).split(/\r\n(.*)/s)[1];
  expect(line('say "hi", you')).toBe('1,"say ""hi"", you",x,1,x 1');
  expect(line("two\nlines")).toBe('1,"two\nlines",x,1,x 1');
  expect(line("=HYPERLINK(0)")).toMatch(/^1,"?'=HYPERLINK\(0\)"?,x/);
  expect(line(" @SUM(1)")).toMatch(/^1,"?' @SUM\(1\)"?,x/);
  expect(line("x", "-1 degree", -0.5)).toMatch(/^1,x,"?'-1 degree"?,-0.5,/);
});

test("answers as CSV: one line for each input, all that was answered in the last column", () => {
  const drawing: Drawing = {
    kind: "labels",
    scale: "shares",
    media: null,
    scores: [
      { label: "pos", score: 0.9 },
      { label: "neg", score: 0.1 },
    ],
  };
  expect(batchCsv([{ input: "Grüße", drawing }])).toBe(
    "\uFEFFnumber,input,result,score,details\r\n1,Grüße,pos,0.9,pos 0.9; neg 0.1",
  );
});

test("lines are searched in input and result, and sorted as people count", () => {
  const lines = toBatchLines(BATCH);
  const inputs = (search: string, by: "input" | "score" | "number", isDown = false) =>
    sortedBatch(lines, search, { by, isDown }).map((line) => line.input);
  expect(inputs("", "input")).toStrictEqual(["a 2", "b 9", "b 10"]);
  expect(inputs("", "score", true)).toStrictEqual(["b 10", "b 9", "a 2"]);
  expect(inputs("POS", "number")).toStrictEqual(["b 10", "b 9"]);
});

test("what has no score is last, whichever way is sorted", () => {
  const lines = toBatchLines([
    { input: "x", drawing: { kind: "entities", input: "x", entities: [] } },
    labels("y", "a", 0.2),
  ]);
  for (const isDown of [true, false]) {
    expect(sortedBatch(lines, "", { by: "score", isDown }).map((line) => line.input)).toStrictEqual(["y", "x"]);
  }
});

test.each<[Drawing, string, string]>([
  [
    {
      kind: "entities",
      input: "Ada",
      entities: [{ label: "PER", text: "Ada", start: 0, end: 3, score: 0.5 }],
    },
    "Ada (PER)",
    "Ada (PER) 0.5",
  ],
  [{ kind: "boxes", media: null, boxes: [] }, "Nothing found", ""],
  [{ kind: "generated", prompt: "Once", texts: ["Once upon", "Once more"] }, "upon", "upon | more"],
  [
    {
      kind: "table-answer",
      query: "?",
      columns: ["Stars"],
      rows: [["5"]],
      answer: "5",
      coordinates: [[0, 0]],
      aggregator: null,
    },
    "5",
    "Stars, row 1: 5",
  ],
  [
    { kind: "filled-masks", pieces: ["The ", "."], masks: [[{ word: " end", score: 0.5, sequence: "" }]] },
    "The end.",
    "end 0.5",
  ],
  [{ kind: "transcript", media: null, text: "a b", chunks: [{ text: "a b", start: 61, end: 62 }] }, "a b", "1:01 a b"],
])("an answer in short: %j", (drawing, text, details) => {
  expect(shortResult(drawing)).toMatchObject({ text, details });
});

test("subtitles in both formats", () => {
  const chunks = [
    { text: "going\nalong", start: 0, end: 1.2 },
    { text: "a < b & c", start: 3_661.0456, end: 3_662 },
  ];
  expect(toSrt(chunks)).toBe(
    "1\n00:00:00,000 --> 00:00:01,200\ngoing along\n\n2\n01:01:01,046 --> 01:01:02,000\na < b & c\n",
  );
  expect(toVtt(chunks)).toBe(
    "WEBVTT\n\n00:00:00.000 --> 00:00:01.200\ngoing along\n\n01:01:01.046 --> 01:01:02.000\na &lt; b &amp; c\n",
  );
  expect([clock(4.9), clock(750), clock(3_723)]).toStrictEqual(["0:04", "12:30", "1:02:03"]);
});

test("JSON is laid out for reading, and cut at the end of a line where it is very long", () => {
  expect(jsonForReading('{"a":[1]}')).toStrictEqual({ shown: '{\n  "a": [\n    1\n  ]\n}', isCut: false });
  expect(jsonForReading("no JSON")).toStrictEqual({ shown: "no JSON", isCut: false });
  const { shown, isCut } = jsonForReading(JSON.stringify(Array.from({ length: 50_000 }, (_, at) => at)));
  expect(isCut).toBe(true);
  expect(shown.length).toBeLessThan(101_000);
  expect(shown).toMatch(/\d,\n…$/);
  expect(jsonForReading(`[${"1,".repeat(1_000_000)}1]`).shown).toMatch(/^\[1,1,.*\n…$/);
  expect(jsonForReading("[2.0]").shown).toBe("[\n  2.0\n]");
});
