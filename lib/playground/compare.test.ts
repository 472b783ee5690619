import { expect, test } from "vitest";

import { taskById } from "@/catalog/tasks/select";
import type { EndpointRow } from "@/lib/endpoints/detail-view";
import { jsonRequest } from "@/lib/inference/request";
import { readResult } from "@/lib/inference/results/result";

import { answerInShort, compareOffers, readTargets, targetKey } from "./compare";

test("an address names up to three more, each once", () => {
  const targets = readTargets(["one", "own", "one", "two:Blue", "../x", "three", "four"], "own");
  expect(targets.map(targetKey)).toStrictEqual(["one", "two:Blue", "three"]);
});

test("variants come first, then endpoints of the same task, then the others; what is taken is not offered", () => {
  const row = (name: string, task: string | null) => ({ name, task }) as EndpointRow;
  const rows = [row("b", "fill-mask"), row("c", "text-classification"), row("d", null)];
  const own = { endpoint: "a", task: "text-classification", variants: ["Blue", "Green"] };
  const offers = compareOffers(own, ["a", "b", "c", "d"], rows, [{ endpoint: "a", variant: "Blue" }]);
  expect(offers.map((offer) => [targetKey(offer), offer.hint])).toStrictEqual([
    ["a:Green", "variant of this endpoint"],
    ["c", "same task"],
    ["b", "fill-mask"],
    ["d", "task not known"],
  ]);
});

test("two answers are told apart by what they say", () => {
  const short = (answer: unknown) =>
    answerInShort(readResult(taskById("text-classification"), jsonRequest('{"inputs":"x"}'), JSON.stringify(answer)));
  const scores = (positive: number) => [
    { label: "positive", score: positive },
    { label: "negative", score: 1 - positive },
  ];
  expect(short(scores(0.9))).toBe(short(scores(0.8)));
  expect(short(scores(0.9))).not.toBe(short(scores(0.2)));
});
