import { Readable } from "node:stream";
import { expect, test } from "vitest";

import { readFailures } from "./data-log";
import { findBadLine, lineProblem } from "./find-bad-line";
import { showRow } from "./preview-result";
import { type ReadRecord, readGlued, readLines } from "./record-reader";

const chunks = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)));
const texts = async (records: AsyncGenerator<ReadRecord>) => {
  const found: ReadRecord[] = [];
  for await (const record of records) found.push(record);
  return found;
};

test("lines are read across chunks, and each says where the next begins", async () => {
  const records = await texts(readLines(chunks("on", "e\ntw", "o\n\nlast"), 0));
  expect(records.map(({ text }) => text)).toStrictEqual(["one", "two", "", "last"]);
  expect(records.map(({ next }) => next)).toStrictEqual([4, 8, 9, 13]);
  expect(await texts(readLines(chunks("two\n"), 4))).toStrictEqual([{ text: "two", next: 8 }]);
});

test("answers that were glued together come apart where their brackets close", async () => {
  const glued = await texts(readGlued(chunks('[{"label":"a]', '"}][{"label":"b\\"}"}]', "\n{}"), 0));
  expect(glued.map(({ text }) => text)).toStrictEqual(['[{"label":"a]"}]', '[{"label":"b\\"}"}]', "{}"]);
});

const rules = { contentType: "application/json", maxPayloadMb: 1 };

test.each([
  ['{"inputs": "good"}', null],
  ['{"inputs": ', "It is not valid JSON."],
  ["", "It is empty, and an empty request is no JSON."],
  ['["a"]', "It is a list; the container wants an object with inputs."],
  [`{"inputs": "${"x".repeat(1_100_000)}"}`, "It is larger than the payload may be."],
])("what is wrong with a line is said: %#", (line, reason) => {
  expect(lineProblem(line, rules)).toBe(reason);
});

test("the first bad line is found and counted from one", async () => {
  const lines = readLines(chunks('{"inputs": "a"}\n{"inputs":\n{\n'), 0);
  expect(await findBadLine(lines, rules, 100)).toStrictEqual({
    number: 2,
    text: '{"inputs":',
    reason: "It is not valid JSON.",
  });
});

test("a data log says which files failed and what the container said", () => {
  const line = (text: string) => `2026-01-15T09:00:00.000:[sagemaker logs]: ${text}`;
  const failures = readFailures([
    line("MaxConcurrentTransforms=1, MaxPayloadInMB=6, BatchStrategy=SINGLE_RECORD"),
    line("bucket/a/b.jsonl: ClientError: 400"),
    line("bucket/a/b.jsonl: "),
    line("bucket/a/b.jsonl: Message:"),
    line('bucket/a/b.jsonl: {"code": 400, "message": "Expecting value"}'),
  ]);
  expect(failures).toStrictEqual([{ file: "bucket/a/b.jsonl", what: "ClientError: 400", message: "Expecting value" }]);
});

test("a joined record is drawn by its answer, a plain one by itself", () => {
  const answer = [{ label: "POS", score: 0.9 }];
  const joined = JSON.stringify({ inputs: "lovely", SageMakerOutput: answer });
  const row = showRow({ number: 3, input: '{"inputs": "lovely"}', output: joined }, "text-classification");
  expect(row).toMatchObject({ number: 3, input: "lovely", drawing: { kind: "labels" } });
  expect(showRow({ number: 1, input: null, output: "free text" }, null)).toMatchObject({ input: "", drawing: null });
});
