import { expect, test } from "vitest";

import { jsonRequest } from "../request";
import { readAsked } from "./answer";
import { fillSentence, readFilledMasks } from "./filled-masks";
import { splitGenerated } from "./generated";
import { readQuestionAnswers } from "./question-answers";
import { countWords } from "./rewritten";
import { aggregate, readTableAnswer, type TableAnswer } from "./table-answer";
import { readTranscript } from "./transcript";
import { cosine, norm, readVectors } from "./vectors";

const asked = (inputs: unknown) => readAsked(jsonRequest(JSON.stringify({ inputs })));
const fill = (word: string, score: number) => ({ token: 1, token_str: word, score, sequence: `x ${word}` });

test("an answer's place in its context is counted in code points", () => {
  const context = "🎉🎉 used with sagemaker";
  const [row] =
    readQuestionAnswers(
      { score: 0.9, start: 13, end: 22, answer: "sagemaker" },
      asked({ question: "What?", context }),
    ) ?? [];
  const [answer] = row?.drawing.answers ?? [];
  expect(context.slice(answer?.start, answer?.end)).toBe("sagemaker");
  expect(row?.input).toBe("What?");
});

test("alternatives to an answer are sorted, and several questions stay apart", () => {
  const answer = (text: string, score: number) => ({ score, start: 0, end: 1, answer: text });
  const question = { question: "Q", context: "C" };
  expect(
    readQuestionAnswers([answer("b", 0.1), answer("a", 0.9)], asked(question))?.[0]?.drawing.answers,
  ).toMatchObject([{ text: "a" }, { text: "b" }]);
  expect(readQuestionAnswers([answer("a", 1), answer("b", 1)], asked([question, question]))).toHaveLength(2);
});

test("a table's answer knows its cells; several queries share the table", () => {
  const table = { Repository: ["Transformers", "Datasets"], Stars: ["36542", "4512"] };
  const answer = { answer: "AVERAGE > 36542", coordinates: [[0, 1]], cells: ["36542"], aggregator: "AVERAGE" };
  expect(readTableAnswer(answer, asked({ query: "How many?", table }))).toStrictEqual([
    {
      input: "How many?",
      drawing: {
        kind: "table-answer",
        query: "How many?",
        columns: ["Repository", "Stars"],
        rows: [
          ["Transformers", "36542"],
          ["Datasets", "4512"],
        ],
        answer: "AVERAGE > 36542",
        coordinates: [[0, 1]],
        aggregator: "AVERAGE",
      },
    },
  ]);
  const two = readTableAnswer([answer, answer], asked({ query: ["A?", "B?"], table: [{ Repository: "x", Stars: 1 }] }));
  expect(two?.map((row) => [row.input, row.drawing.rows])).toStrictEqual([
    ["A?", [["x", "1"]]],
    ["B?", [["x", "1"]]],
  ]);
});

test("what an aggregator makes of its cells is worked out, where they are numbers", () => {
  const answer = (aggregator: string | null, cells: string[]): TableAnswer => ({
    kind: "table-answer",
    query: "",
    columns: ["x"],
    rows: cells.map((cell) => [cell]),
    answer: "",
    coordinates: cells.map((_, row) => [row, 0]),
    aggregator,
  });
  expect(aggregate(answer("SUM", ["1,200", "$ 3.5"]))).toBe(1203.5);
  expect(aggregate(answer("AVERAGE", ["1", "2"]))).toBe(1.5);
  expect(aggregate(answer("COUNT", ["a", "b"]))).toBe(2);
  expect(aggregate(answer("SUM", ["1", "two"]))).toBeNull();
  expect(aggregate(answer(null, ["1"]))).toBeNull();
});

test("words for one mask, for several masks, and for several texts", () => {
  const two = [[fill("capital", 0.9)], [fill("France", 0.8)]];
  expect(readFilledMasks([fill("capital", 0.9)], asked("The [MASK] of"))).toMatchObject([
    { drawing: { pieces: ["The ", " of"], masks: [[{ word: "capital" }]] } },
  ]);
  expect(readFilledMasks(two, asked("The <mask> of <mask>"))).toMatchObject([
    { drawing: { pieces: ["The ", " of ", ""], masks: [[{ word: "capital" }], [{ word: "France" }]] } },
  ]);
  expect(readFilledMasks(two, asked(["The [MASK]", "In [MASK]"]))).toMatchObject([
    { input: "The [MASK]", drawing: { masks: [[{ word: "capital" }]] } },
    { input: "In [MASK]", drawing: { masks: [[{ word: "France" }]] } },
  ]);
  expect(readFilledMasks([fill("x", 1)], asked("a ___ b"))).toMatchObject([{ drawing: { pieces: null } }]);
});

test("a chosen word is put into the sentence, a word piece joined to the word before", () => {
  expect(fillSentence(["Paris is the ", " of France."], [" capital"])).toStrictEqual([
    { text: "Paris is the ", isFilled: false },
    { text: "capital", isFilled: true },
    { text: " of France.", isFilled: false },
  ]);
  expect(
    fillSentence(["play ", ""], ["##ing"])
      .map((part) => part.text)
      .join(""),
  ).toBe("playing");
});

test("vectors of every depth have a mean and the shape that was sent", () => {
  const one = [
    [
      [1, 2],
      [3, 4],
    ],
  ];
  expect(readVectors(one, asked("x"))?.[0]?.drawing).toStrictEqual({
    kind: "vectors",
    shape: [1, 2, 2],
    tokens: [
      [1, 2],
      [3, 4],
    ],
    pooled: [2, 3],
  });
  expect(readVectors([one, one], asked(["x", "y"]))).toHaveLength(2);
  expect(readVectors([1, 2], asked("x"))).toMatchObject([{ drawing: { shape: [2], pooled: [1, 2] } }]);
  expect(readVectors([[1, 2]], asked("x"))).toMatchObject([{ drawing: { shape: [1, 2], pooled: [1, 2] } }]);
  expect(readVectors([[1, "2"]], asked("x"))).toBeNull();
  expect(readVectors([[1, 2], [3]], asked("x"))).toBeNull();
  expect(readVectors([], asked("x"))).toBeNull();
});

test("how alike vectors are", () => {
  expect(norm([3, 4])).toBe(5);
  expect(cosine([1, 0], [2, 0])).toBe(1);
  expect(cosine([1, 0], [0, 1])).toBe(0);
  expect(cosine([0, 0], [0, 1])).toBeNull();
  expect(cosine([1], [0, 1])).toBeNull();
});

test("a chunk without an end lasts until the next one, the last a few seconds", () => {
  const chunk = (text: string, start: number, end: number | null) => ({ text, timestamp: [start, end] });
  const answer = { text: " a b", chunks: [chunk(" a", 0, null), chunk(" b", 2, null)] };
  expect(readTranscript(answer, asked("https://a.example/x.flac"))?.[0]?.drawing).toStrictEqual({
    kind: "transcript",
    media: { kind: "audio", source: "url", url: "https://a.example/x.flac" },
    text: "a b",
    chunks: [
      { text: "a", start: 0, end: 2 },
      { text: "b", start: 2, end: 7 },
    ],
  });
  expect(readTranscript({ text: "a", chunks: [{ text: "a" }] }, asked("x"))).toBeNull();
});

test("words are counted in scripts without spaces, too", () => {
  expect(countWords("My name is Sarah, and I'm 3.")).toBe(7);
  expect(countWords("私は学生です")).toBeGreaterThan(1);
});

test("the new part of a generated text is told from the prompt", () => {
  expect(splitGenerated("Once", "Once upon")).toStrictEqual({ prompt: "Once", continuation: " upon" });
  expect(splitGenerated("Once", " upon")).toStrictEqual({ prompt: "", continuation: " upon" });
});
