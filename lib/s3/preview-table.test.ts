import { expect, test } from "vitest";

import { previewKind, previewType } from "./preview-kind";
import { previewTable } from "./preview-table";

test("a CSV with quotes, commas and line breaks in its cells becomes a table", () => {
  expect(previewTable("a.csv", 'text,label\r\n"one, two",0\r\n"said ""yes""\nthen",1\r\n', true)).toStrictEqual({
    columns: ["text", "label"],
    rows: [
      ["one, two", "0"],
      ['said "yes"\nthen', "1"],
    ],
  });
});

test("the cut last line of a beginning is left out", () => {
  expect(previewTable("a.tsv", "a\tb\n1\t2\n3\t", false)?.rows).toStrictEqual([["1", "2"]]);
  expect(previewTable("a.jsonl", '{"a":1}\n{"b":', false)).toStrictEqual({ columns: ["a"], rows: [["1"]] });
});

test("records of different shapes share the table's columns, and lines that are no records are shown as text", () => {
  expect(previewTable("a.jsonl", '{"a":"x"}\n{"b":{"c":1}}\n', true)).toStrictEqual({
    columns: ["a", "b"],
    rows: [
      ["x", ""],
      ["", '{"c":1}'],
    ],
  });
  expect(previewTable("a.jsonl", "[1]\n", true)).toBeNull();
});

test.each([
  "page.html",
  "drawing.svg",
  "script.js",
  "noname",
])("%s is never sent as something a browser runs", (key) => {
  expect(previewType(key)).toBe("text/plain; charset=utf-8");
  expect(previewKind(key)).toBe("text");
});
