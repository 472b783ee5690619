import { expect, test } from "vitest";
import type { Tokenizer } from "../child/pipe.ts";
import { createDetokenizer } from "./detokenizer.ts";

/** Ids are bytes of UTF-8, as in tokenizers that cut characters. */
const bytes = { decode: (ids: number[]) => Buffer.from(ids).toString("utf8") } as unknown as Tokenizer;

test("a character that is cut waits for its other half", () => {
  const text = "Zoë 🙂!";
  const detokenizer = createDetokenizer(bytes, [...Buffer.from("Hello ")]);
  const pieces = [...Buffer.from(text)].map((id) => detokenizer.push(id));
  expect(pieces).toStrictEqual(["Z", "o", "", "ë", " ", "", "", "", "🙂", "!"]);
  expect(pieces.join("")).toBe(text);
});

/** Words with spaces between them, as tokenizers of whole words write them. */
const words = { decode: (ids: number[]) => ids.map((id) => `w${id}`).join(" ") } as unknown as Tokenizer;

test("the space before a word comes with it, unless nothing stands before", () => {
  const continued = createDetokenizer(words, [1, 2]);
  expect([3, 4].map((id) => continued.push(id))).toStrictEqual([" w3", " w4"]);
  expect(createDetokenizer(words, []).push(1)).toBe("w1");
});
