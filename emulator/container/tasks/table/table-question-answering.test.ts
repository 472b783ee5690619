import { expect, test } from "vitest";
import { readNumber } from "./read-number.ts";
import { tableQuestionAnswering } from "./table-question-answering.ts";

/** The table of the Hugging Face reference page. */
const table = {
  Repository: ["Transformers", "Datasets", "Tokenizers"],
  Stars: ["36542", "4512", "3934"],
  Contributors: ["651", "77", "34"],
  "Programming language": ["Python", "Python", "Rust, Python and NodeJS"],
};

const run = (inputs: unknown, parameters = {}) =>
  tableQuestionAnswering.run({ pipe: undefined as never, task: "", inputs, parameters });
const ask = async (query: string) => (await run({ query, table })) as { answer: string; coordinates: number[][] };

test("the reference page's question has the reference page's answer", async () => {
  expect(await ask("How many stars does the transformers repository have?")).toStrictEqual({
    answer: "AVERAGE > 36542",
    coordinates: [[0, 1]],
    cells: ["36542"],
    aggregator: "AVERAGE",
  });
});

test.each([
  ["Which repository has the most stars?", "Transformers"],
  ["Which repository has the fewest contributors?", "Tokenizers"],
  ["What is the highest number of stars?", "36542"],
  ["What is the programming language of Tokenizers?", "Rust, Python and NodeJS"],
  ["Which repositories have more than 4000 stars?", "Transformers, Datasets"],
  ["Which repositories have fewer stars than Datasets?", "Tokenizers"],
  ["Which repositories have between 50 and 700 contributors?", "Transformers, Datasets"],
  ["How many repositories use Rust?", "COUNT > Tokenizers"],
  ["What is the total number of stars?", "SUM > 36542, 4512, 3934"],
  ["What is the average number of contributors?", "AVERAGE > 651, 77, 34"],
  ["Which repository is not written in Rust?", "Transformers, Datasets"],
  ["Stars of Transformers and Datasets", "36542, 4512"],
  ["Do fish sleep?", ""],
])("%s %s", async (query, answer) => {
  expect((await ask(query)).answer).toBe(answer);
});

test("several questions give several answers, which may go on from each other", async () => {
  const query = ["Which repositories have more than 4000 stars?", "Which of those has the fewest contributors?"];
  expect(await run({ query, table }, { sequential: true })).toMatchObject([
    { answer: "Transformers, Datasets" },
    { answer: "Datasets" },
  ]);
  expect(await run({ query, table })).toMatchObject([{}, { answer: "Tokenizers" }]);
  expect(await run([{ query: query[0], table }])).toMatchObject({ answer: "Transformers, Datasets" });
});

test.each([
  [null, "Keyword argument `table` cannot be None."],
  ["text", "Invalid input. Keyword argument `table` should be either of type `dict` or `list`, but is <class 'str'>)"],
  [{ query: "a" }, "Keyword argument `table` should be either of type `dict` or `list`, but is <class 'dict'>)"],
  [[{ query: "a" }], "but only dictionary has keys dict_keys(['query']) `table` and `query` keys."],
  [{ query: "a", table: {} }, "table is empty"],
  [{ query: "", table }, "query is empty"],
  [{ query: 3, table }, "queries input must of type `str` (single example)"],
  [{ query: "a", table: { A: ["1"], B: ["1", "2"] } }, "All arrays must be of the same length"],
  [{ query: "a", table: { A: "1" } }, "If using all scalar values, you must pass an index"],
  [{ query: "a", table: { A: [1] } }, "expected string or bytes-like object, got 'int'"],
])("%j is refused as the pipeline does", async (inputs, message) => {
  await expect(run(inputs)).rejects.toThrow(message);
});

test.each([
  ["36,542", 36542],
  ["$1.2 million", 1_200_000],
  ["-4 °C", -4],
  ["45 %", 45],
  ["2 or more of them are blue", null],
  ["n/a", null],
])("the cell %s is the number %s", (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test("later dates are larger numbers", () => {
  const dates = ["7 february 1967", "2010-01-10", "March 3, 2010"].map((text) => readNumber(text) ?? 0);
  expect(dates.toSorted((a, b) => a - b)).toStrictEqual(dates);
});
