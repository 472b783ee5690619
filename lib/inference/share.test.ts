import { expect, test } from "vitest";

import { fromShareHash, toShareHash } from "./share";

test("a request survives the way through a link, letters of every script included", () => {
  const body = '{"inputs":"Grüße 🌍 ?&#/+"}';
  const hash = toShareHash(body);
  expect(hash).toMatch(/^#request=[\w-]+$/);
  expect(fromShareHash(hash ?? "")).toBe(body);
});

test("a long request has no link", () => {
  expect(toShareHash(JSON.stringify({ inputs: "x".repeat(5_000) }))).toBeNull();
});

test.each(["", "#", "#request=", "#request=%%%", "#request=AAAA", "#other=abc"])("%s is no request", (hash) => {
  expect(fromShareHash(hash)).toBeNull();
});
