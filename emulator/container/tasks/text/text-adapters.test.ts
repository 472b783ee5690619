import { expect, test } from "vitest";
import { fakePipe } from "../../testing/fake-pipe.ts";
import type { TaskAdapter } from "../adapter.ts";
import { fillMask } from "./fill-mask.ts";
import { withoutOverlaps } from "./overlapping-entities.ts";
import { readPrompting, shorten } from "./prompting.ts";
import { textClassification } from "./text-classification.ts";
import { languages } from "./text-to-text.ts";
import { tokenClassification } from "./token-classification.ts";
import { windows } from "./token-ids.ts";
import { fillTemplate, zeroShotClassification } from "./zero-shot-classification.ts";

type Model = Parameters<typeof fakePipe>[2];

function runner(adapter: TaskAdapter, id: string, config: Record<string, unknown>, model: Model) {
  const loaded = fakePipe(id, config, model);
  return async (inputs: unknown, parameters = {}) => adapter.run({ pipe: await loaded, task: "", inputs, parameters });
}

const logits = (...values: number[]): ReturnType<Model> => ({
  logits: { dims: [1, values.length], data: Float32Array.from(values) },
});

const twoLabels = { id2label: { 0: "NO", 1: "YES" } };

test("text classification: the older parameter keeps the model's order, and is wrapped once more", async () => {
  const run = runner(textClassification, "afinn-sentiment", twoLabels, () => logits(0, 0));
  const all = [
    { label: "NO", score: 0.5 },
    { label: "YES", score: 0.5 },
  ];
  expect(await run("a", { return_all_scores: true })).toStrictEqual([all]);
  expect(await run(["a"], { return_all_scores: true })).toStrictEqual([all]);
  expect(await run([[["a", "b"]]])).toStrictEqual([{ label: "NO", score: 0.5 }]);
});

test("text classification: one label is a sigmoid, regression stays as it is", async () => {
  const one = { id2label: { 0: "TOXIC" } };
  expect(await runner(textClassification, "afinn-sentiment", one, () => logits(0))("a")).toStrictEqual([
    { label: "TOXIC", score: 0.5 },
  ]);
  const regression = { ...one, problem_type: "regression" };
  expect(await runner(textClassification, "afinn-sentiment", regression, () => logits(3))("a")).toStrictEqual([
    { label: "TOXIC", score: 3 },
  ]);
});

test.each([
  [{ text_pair: "b" }, "You need to specify either `text` or `text_target`."],
  [{ text: "a", other: 1 }, "PreTrainedTokenizerFast._batch_encode_plus() got an unexpected keyword argument 'other'"],
  [[["a", "b"]], /^The pipeline received invalid inputs, if you are trying to send text pairs/],
])("text classification refuses %j", async (inputs, message) => {
  await expect(runner(textClassification, "afinn-sentiment", twoLabels, () => logits(0, 0))(inputs)).rejects.toThrow(
    message,
  );
});

/** Every capitalised word piece is a person. */
const names: Model = (ids) => ({
  logits: { dims: [1, ids.length, 2], data: Float32Array.from(ids.flatMap((id) => [1, id % 7])) },
});
const nameLabels = { id2label: { 0: "O", 1: "B-PER" } };

test("entities: a stride reads a text that is too long to its end, without it the text is cut", async () => {
  const run = runner(tokenClassification, "tiny-ner", nameLabels, names);
  const text = "my name is Sylvain . ".repeat(200);
  const lastEnd = (entities: unknown) => (entities as { end: number }[]).at(-1)?.end ?? 0;
  const parameters = { aggregation_strategy: "simple" };
  const cut = await run(text, parameters);
  const whole = (await run(text, { ...parameters, stride: 20 })) as { start: number; end: number }[];
  expect(lastEnd(cut)).toBeLessThan(text.length / 2);
  expect(lastEnd(whole)).toBeGreaterThan(text.length - 25);
  expect(whole.every((entity, at) => at === 0 || entity.start >= (whole[at - 1]?.end ?? 0))).toBe(true);
});

test.each([
  [[], {}, "At least one input is required."],
  [{ a: 1 }, {}, "At least one input is required."],
  ["a", { aggregation_strategy: "best" }, "'BEST'"],
  ["a", { stride: 20, aggregation_strategy: "none" }, /^`stride` was provided to process all the text but/],
  ["a", { stride: 100_000 }, /^`stride` must be less than `tokenizer.model_max_length`/],
])("entities: %j with %j is refused", async (inputs, parameters, message) => {
  const run = runner(tokenClassification, "tiny-ner", nameLabels, names);
  await expect((async () => run(inputs, parameters))()).rejects.toThrow(message);
});

test("entities: an unknown word is the text itself", async () => {
  const run = runner(tokenClassification, "tiny-ner", nameLabels, (ids) => ({
    logits: { dims: [1, ids.length, 2], data: Float32Array.from(ids.flatMap(() => [0, 1])) },
  }));
  expect(await run("🙂")).toMatchObject([{ word: "🙂", start: 0, end: 1 }]);
  expect(await run("🙂", { grouped_entities: true })).toMatchObject([{ entity_group: "PER", word: "🙂" }]);
});

test("entities that two parts found are the longer or likelier one", () => {
  const entity = (start: number, end: number, score: number) => ({ start, end, score });
  expect(withoutOverlaps([entity(0, 4, 0.5), entity(6, 8, 0.9), entity(6, 9, 0.1), entity(2, 6, 0.6)])).toStrictEqual([
    entity(2, 6, 0.6),
    entity(6, 9, 0.1),
  ]);
});

const nli = { label2id: { contradiction: 0, neutral: 1, entailment: 2 } };

test("zero-shot: labels compete, or are judged one by one", async () => {
  const run = runner(zeroShotClassification, "afinn-sentiment", nli, (ids) => logits(0, 0, ids.length > 10 ? 2 : 0));
  const parameters = { candidate_labels: "bad, very very very good" };
  const competing = (await run("fine", parameters)) as { labels: string[]; scores: number[] };
  expect(competing.labels).toStrictEqual(["very very very good", "bad"]);
  expect((competing.scores[0] ?? 0) + (competing.scores[1] ?? 0)).toBeCloseTo(1);
  const each = (await run(["fine"], { ...parameters, multi_label: true })) as { scores: number[] }[];
  expect(each[0]?.scores).toStrictEqual([expect.closeTo(0.88, 2), expect.closeTo(0.5, 2)]);
  const one = (await run("fine", { candidate_labels: ["bad"] })) as { scores: number[] };
  expect(one.scores).toStrictEqual([expect.closeTo(0.5, 2)]);
});

test("zero-shot: only the text is cut when it is too long", async () => {
  const lengths: number[] = [];
  const run = runner(zeroShotClassification, "afinn-sentiment", nli, (ids) => {
    lengths.push(ids.length);
    return logits(0, 0, 1);
  });
  await run("good ".repeat(1000), { candidate_labels: ["good"] });
  expect(lengths).toStrictEqual([512]);
});

test("zero-shot: a template without a place for the label is refused", () => {
  expect(fillTemplate("About {}.", ["a", "b"])).toStrictEqual(["About a.", "About b."]);
  expect(() => fillTemplate("About it.", ["a"])).toThrow(/was not able to be formatted with the target labels/);
});

/** A masked model whose likeliest words are those with the highest ids. */
const masked: Model = (ids) => ({
  logits: {
    dims: [1, ids.length, 50],
    data: Float32Array.from(ids.flatMap(() => Array.from({ length: 50 }, (_, id) => id))),
  },
});

test("masks: one has a list, several have a list each that keeps the other masks", async () => {
  const run = runner(fillMask, "afinn-sentiment", {}, masked);
  const one = (await run("[MASK] good", { top_k: 2 })) as { token: number; sequence: string }[];
  expect(one.map(({ token }) => token)).toStrictEqual([49, 48]);
  expect(one[0]?.sequence).not.toContain("[MASK]");
  const two = (await run(["[MASK] good [MASK]"], { top_k: 1 })) as { sequence: string }[][];
  expect(two.map(([first]) => first?.sequence.split("[MASK]").length)).toStrictEqual([2, 2]);
  expect(await run(["[MASK]", "[MASK]"])).toHaveLength(2);
});

test("masks: targets limit the answer, and odd requests are refused", async () => {
  const run = runner(fillMask, "afinn-sentiment", {}, masked);
  const pipe = await fakePipe("afinn-sentiment", {}, masked);
  const words = [40, 41].map((id) => pipe.tokenizer._tokenizer.id_to_token(id));
  const found = (await run("[MASK]", { targets: words })) as { token: number }[];
  expect(found.map(({ token }) => token)).toStrictEqual([41, 40]);
  await expect(run("no mask")).rejects.toThrow("No mask_token ([MASK]) found on the input");
  await expect(run("[MASK]", { top_k: 51 })).rejects.toThrow("selected index k out of range");
  await expect(run("[MASK]", { targets: [""] })).rejects.toThrow("At least one target must be provided when passed.");
});

test("windows overlap by the stride and end with the text", () => {
  expect(windows(10, 4, 1)).toStrictEqual([
    { from: 0, to: 4 },
    { from: 3, to: 7 },
    { from: 6, to: 10 },
  ]);
  expect(windows(3, 4, 1)).toStrictEqual([{ from: 0, to: 3 }]);
});

test("the languages of a translation are in the request, else in the task's name", () => {
  expect(languages("translation_en_to_fr", {})).toStrictEqual({ src_lang: "en", tgt_lang: "fr" });
  expect(languages("translation_en_to_fr", { tgt_lang: "de" })).toStrictEqual({ tgt_lang: "de" });
  expect(languages("translation", {})).toStrictEqual({});
});

test("generation: a prompt that is too long keeps its end", async () => {
  const pipe = await fakePipe("tiny-stories-lm", {}, () => ({}));
  const hole = readPrompting({ handle_long_generation: "hole" });
  const text = `${"the ".repeat(300)}mouse`;
  const kept = shorten(pipe, hole, text, { max_new_tokens: 56 });
  expect(kept.split(" ")).toHaveLength(200);
  expect(kept.endsWith("mouse")).toBe(true);
  expect(() => shorten(pipe, hole, text, { max_new_tokens: 300 })).toThrow(/We cannot use `hole`/);
  expect(() => readPrompting({ handle_long_generation: "cut" })).toThrow(/^cut is not a valid value/);
  expect(() => readPrompting({ return_full_text: true, return_tensors: true })).toThrow(/mutually exclusive/);
});
