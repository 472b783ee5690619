import { expect, test } from "vitest";

import { RecipeKind } from "@/catalog/recipes/schema";
import { recipeCards } from "@/catalog/recipes/select";

import { KINDS, matchingCards } from "./search";

const ids = (kinds: RecipeKind[], search: string) => matchingCards(recipeCards(), kinds, search).map(({ id }) => id);

test("every kind can be asked for", () => {
  expect(KINDS).toStrictEqual(RecipeKind.options);
});

test("cards are found by kind and by every word typed", () => {
  expect(ids(["async", "batch"], "")).toStrictEqual(["12", "16"]);
  expect(ids([], "two instances TENSORFLOW")).toStrictEqual(["07"]);
  expect(ids([], "finbert")).toStrictEqual(["13"]);
  expect(ids(["batch"], "bart")).toStrictEqual([]);
  expect(ids([], "")).toHaveLength(18);
});
