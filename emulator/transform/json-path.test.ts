import { expect, test } from "vitest";
import { parseJsonPath, select } from "./json-path.ts";

const record = { id: 1, body: { inputs: "x", more: [1, 2, 3] }, row: ["a", "b", "c", "d"] };
const at = (path: string) => select(record, parseJsonPath(path) ?? []);

test.each([
  ["$.id", 1],
  ["$.body.inputs", "x"],
  ["$['id','body']", { id: 1, body: record.body }],
  ["$.body['inputs']", "x"],
  ["$.row[1]", "b"],
  ["$.row[-1]", "d"],
  ["$.row[0,2]", ["a", "c"]],
  ["$.row[1:2]", ["b", "c"]],
  ["$.row[2:]", ["c", "d"]],
  ["$.row[:1]", ["a", "b"]],
  ["$.body.*", ["x", [1, 2, 3]]],
  ["$.nothing", undefined],
])("%s selects its part", (path, selected) => {
  expect(at(path)).toStrictEqual(selected);
});

test.each(["id", "$..id", "$.body[?(@.x)]", "$[", "$['a.b"])("%s is outside the subset", (path) => {
  expect(parseJsonPath(path)).toBeNull();
});
