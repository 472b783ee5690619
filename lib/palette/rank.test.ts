import { expect, test } from "vitest";

import { rank } from "./rank";

const items = [
  { label: "Redeploy" },
  { label: "Deploy a model", keywords: "new endpoint" },
  { label: "Endpoints" },
  { label: "sentiment-deploy" },
];
const labels = (query: string) => rank(items, query).map((item) => item.label);

test("without a query everything stays in order", () => {
  expect(labels(" ")).toStrictEqual(items.map((item) => item.label));
});

test("a label that starts with the query comes first, then a word that does, then the rest", () => {
  expect(labels("deploy")).toStrictEqual(["Deploy a model", "sentiment-deploy", "Redeploy"]);
});

test("every word has to match, keywords included", () => {
  expect(labels("endpoint new")).toStrictEqual(["Deploy a model"]);
  expect(labels("endpoint nothing")).toStrictEqual([]);
});
