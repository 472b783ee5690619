import { expect, test } from "vitest";
import { fakePipe } from "../../testing/fake-pipe.ts";
import { questionAnswering } from "./question-answering.ts";
import { alignToWords, wordSpans } from "./word-spans.ts";

/** A model that is sure of the tokens between two marks, however long the text around them is. */
const pipe = await fakePipe("tiny-ner", {}, (ids) => {
  const logits = (wanted: (id: number, at: number) => number) => ({
    dims: [1, ids.length],
    data: Float32Array.from(ids, wanted),
  });
  const [open, close] = ["(", ")"].map((mark) => ids.indexOf(pipe.tokenizer.convert_tokens_to_ids(mark) ?? -1));
  return {
    start_logits: logits((_, at) => (open !== undefined && open > 0 && at === open + 1 ? 9 : at === 0 ? 1 : 0)),
    end_logits: logits((_, at) => (close !== undefined && close > 0 && at === close - 1 ? 9 : at === 0 ? 1 : 0)),
  };
});

const run = (inputs: unknown, parameters = {}) =>
  questionAnswering.run({ pipe, task: "question-answering", inputs, parameters });
const ask = (context: string, parameters = {}) => run({ question: "Who?", context }, parameters);

test("an answer has its place in code points", async () => {
  expect(await ask("🙂 in (London) now")).toStrictEqual({
    score: expect.closeTo(0.99, 1),
    start: 6,
    end: 12,
    answer: "London",
  });
});

test("a list of one is answered without a list, a list of two with one", async () => {
  const one = { question: "Who?", context: "in (Paris)" };
  expect(await run([one])).toMatchObject({ answer: "Paris" });
  expect(await run([one, one])).toMatchObject([{ answer: "Paris" }, { answer: "Paris" }]);
  expect(await run({ question: ["Who?", "Where?"], context: ["in (Rome)", "(Oslo)"] })).toMatchObject([
    { answer: "Rome" },
    { answer: "Oslo" },
  ]);
});

test("a long context is read in windows, with the place in the whole of it", async () => {
  const filler = "the end of the day . ".repeat(60);
  const answer = await ask(`${filler}(Berlin) and ${filler}`, { max_seq_len: 64, doc_stride: 20 });
  expect(answer).toMatchObject({ start: filler.length + 1, answer: "Berlin" });
});

test("several answers are a list, equal ones melt together", async () => {
  const answers = (await ask("in (London) or london", { top_k: 4 })) as { answer: string; score: number }[];
  expect(answers).toHaveLength(4);
  expect(answers[0]?.answer).toBe("London");
  const texts = answers.map(({ answer }) => answer.toLowerCase());
  expect(new Set(texts).size).toBe(texts.length);
});

test("no answer is an answer when it may be", async () => {
  expect(await ask("nothing here", { handle_impossible_answer: true, max_answer_len: 1 })).toStrictEqual({
    score: expect.any(Number),
    start: 0,
    end: 0,
    answer: "",
  });
});

test.each([
  [{ question: "Who?" }, {}, "'You need to provide a dictionary with keys {question:..., context:...}'"],
  [{ question: null, context: "a" }, {}, "`question` cannot be None"],
  [{ question: "a", context: "" }, {}, "`context` cannot be empty"],
  ["hi", {}, "h argument needs to be of type (SquadExample, dict)"],
  [3, { top_k: 1 }, "Invalid arguments {'top_k': 1}"],
  [{ question: "a", context: "b" }, { top_k: 0 }, "top_k parameter should be >= 1 (got 0)"],
  [
    { question: "a", context: "b" },
    { doc_stride: 50, max_seq_len: 40 },
    "`doc_stride` (50) is larger than `max_seq_len` (40)",
  ],
  [
    { question: "a ".repeat(50), context: "b" },
    { max_seq_len: 20 },
    "Truncation error: Sequence to truncate too short to respect the provided max_length",
  ],
])("%j with %j is refused as Python does", async (inputs, parameters, message) => {
  await expect(run(inputs, parameters)).rejects.toThrow(message);
});

test("spans grow to whole words, and punctuation is a word of its own", () => {
  const words = wordSpans(pipe, "Müller's 🙂-plan");
  expect(words).toStrictEqual([
    { start: 0, end: 6 },
    { start: 6, end: 7 },
    { start: 7, end: 8 },
    { start: 9, end: 10 },
    { start: 10, end: 11 },
    { start: 11, end: 15 },
  ]);
  expect(alignToWords({ start: 2, end: 3 }, words)).toStrictEqual({ start: 0, end: 6 });
  expect(alignToWords({ start: 12, end: 15 }, words)).toStrictEqual({ start: 11, end: 15 });
});
