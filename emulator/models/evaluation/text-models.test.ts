import { afterAll, expect, test } from "vitest";
import { json, startTestHost } from "@/emulator/container/testing/test-host.ts";
import { type Entity, entityF1 } from "./entity-f1.ts";
import { expectQuality } from "./expect-quality.ts";
import { heldOut, share } from "./held-out.ts";
import { nearest } from "./nearest.ts";

const host = startTestHost({ limits: { maxModels: 20, maxBytes: 1e9 } });
afterAll(() => host.close());

/** What a model answers to all rows at once, in their order. */
async function answers<T>(id: string, inputs: unknown[], parameters?: object): Promise<T[]> {
  const response = await host.ask(id, { inputs, parameters });
  expect(response.status, response.body.toString()).toBe(200);
  return json(response) as T[];
}

/** 60 sentences written by hand, four for each of 15 topics. */
const aboutTopics = heldOut<{ topic: string; text: string }>("topics");

test("sentiment of sentences written by hand", async () => {
  const rows = heldOut<{ text: string; label: string }>("afinn-sentiment");
  const found = await answers<{ label: string }>(
    "afinn-sentiment",
    rows.map(({ text }) => text),
  );
  expectQuality(
    "afinn-sentiment",
    share(rows, ({ label }, at) => found[at]?.label === label),
  );
});

test("answers to questions about names, places and words that training never saw", async () => {
  const rows = heldOut<{ question: string; context: string; answer: string }>("tiny-qa");
  const found = await answers<{ answer: string }>(
    "tiny-qa",
    rows.map(({ question, context }) => ({ question, context })),
  );
  expectQuality(
    "tiny-qa",
    share(rows, ({ answer }, at) => found[at]?.answer === answer),
  );
});

test("masked words in sentences of a form that training never saw", async () => {
  const rows = heldOut<{ text: string; answer: string }>("tiny-fill-mask");
  const found = await answers<{ token_str: string }[]>(
    "tiny-fill-mask",
    rows.map(({ text }) => text),
  );
  expectQuality(
    "tiny-fill-mask",
    share(rows, ({ answer }, at) => found[at]?.[0]?.token_str === answer),
  );
});

test("the topic of sentences written by hand, out of fifteen", async () => {
  const candidate_labels = [...new Set(aboutTopics.map(({ topic }) => topic))];
  const texts = aboutTopics.map(({ text }) => text);
  const found = await answers<{ labels: string[] }>("tiny-nli", texts, { candidate_labels });
  expectQuality(
    "tiny-nli",
    share(aboutTopics, ({ topic }, at) => found[at]?.labels[0] === topic),
  );
});

test("the nearest of the sentences written by hand is about the same topic", async () => {
  const texts = aboutTopics.map(({ text }) => text);
  const vectors = await answers<number[][][]>("tiny-embeddings", texts);
  const neighbours = nearest(vectors.map(([tokens = []]) => tokens));
  expectQuality(
    "tiny-embeddings",
    share(aboutTopics, ({ topic }, at) => aboutTopics[neighbours[at] ?? -1]?.topic === topic),
  );
});

test("people, organisations and places that training never saw, and none in sentences without any", async () => {
  const rows = heldOut<{ text: string; entities: Entity[] }>("tiny-ner");
  const found = await answers<{ entity_group: string; start: number; end: number }[]>(
    "tiny-ner",
    rows.map(({ text }) => text),
    { aggregation_strategy: "simple" },
  );
  const entities = rows.map(({ text }, at) =>
    (found[at] ?? []).map(({ entity_group, start, end }) => ({ type: entity_group, text: text.slice(start, end) })),
  );
  expectQuality(
    "tiny-ner",
    entityF1(
      rows.map((row) => row.entities),
      entities,
    ),
  );
});
