import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, expect, test } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import type { AwsTarget } from "@/lib/aws/client";

import { downloadLog } from "./download";
import { readLogs } from "./service";
import { type LogPage, type LogSearch, type LogSource, TRAINING_LOG_GROUP } from "./view";

const LINES = 2_500;
const source: LogSource = { of: "training-jobs", name: "long" };
const stream = "long/algo-1-1";
let emulator: TestEmulator;
let logs: CloudWatchLogsClient;
let workspace: AwsTarget;
let start: number;

beforeAll(async () => {
  emulator = await startTestEmulator();
  logs = new CloudWatchLogsClient(emulator.sdk);
  const { endpoint: endpointUrl, region } = emulator.sdk;
  process.env.AWS_ACCESS_KEY_ID = "AKIDEMULATOR";
  process.env.AWS_SECRET_ACCESS_KEY = "emulator";
  workspace = { id: "w", region, isEmulator: false, endpointUrl, roleArn: null };
  start = emulator.clock.now();
  await logs.send(new CreateLogGroupCommand({ logGroupName: TRAINING_LOG_GROUP }));
  await write(stream, 0, LINES);
  await write("longer/algo-1-1", 0, 1);
});
afterAll(() => emulator.close());

/** One line each ten milliseconds. */
async function write(logStreamName: string, from: number, to: number): Promise<void> {
  const name = { logGroupName: TRAINING_LOG_GROUP, logStreamName };
  await logs.send(new CreateLogStreamCommand(name)).catch(() => undefined);
  const logEvents = Array.from({ length: to - from }, (_, index) => ({
    timestamp: start + (from + index) * 10,
    message: `line ${from + index}${(from + index) % 1_000 === 7 ? " ERROR" : ""}`,
  }));
  await logs.send(new PutLogEventsCommand({ ...name, logEvents }));
}

const page = async (query: Record<string, string>) => (await readLogs(workspace, source, query)) as LogPage;
const numbers = ({ events }: LogPage | LogSearch) => events.map(({ message }) => Number(message.split(" ")[1]));
const span = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test.each([
  ["one stream", { stream }],
  ["all streams", {}],
])("%s is read back from its newest line to its first", async (_, of) => {
  const found: number[][] = [];
  for (let { older, ...read } = await page(of); ; ) {
    found.unshift(numbers(read as LogPage));
    if (older === null) break;
    ({ older, ...read } = await page({ ...of, older }));
  }
  expect(found.flat()).toStrictEqual(span(0, LINES));
});

test.each([
  ["one stream", { stream }],
  ["all streams", {}],
])("%s is read around a time, and on to its newest line", async (_, of) => {
  const around = await page({ ...of, at: new Date(start + 10_000).toISOString(), limit: "100" });
  expect(numbers(around)).toContain(999);
  expect(numbers(around)).toContain(1_000);
  const found = new Map(around.events.map(({ id, message }) => [id, message]));
  for (let { newer, isNewest } = around; !isNewest; ) {
    const next = await page({ ...of, newer });
    for (const { id, message } of next.events) found.set(id, message);
    ({ newer, isNewest } = next);
  }
  const [first = 0] = numbers(around);
  expect([...found.values()].map((message) => Number(message.split(" ")[1]))).toStrictEqual(span(first, LINES));
});

test("lines that are written later follow the newest page", async () => {
  const name = "tail/algo-1-1";
  const tail: LogSource = { of: "training-jobs", name: "tail" };
  await write(name, 0, 3);
  const before = (await readLogs(workspace, tail, { stream: name })) as LogPage;
  await write(name, 3, 5);
  const after = (await readLogs(workspace, tail, { stream: name, newer: before.newer })) as LogPage;
  expect([numbers(before), numbers(after), after.isNewest]).toStrictEqual([[0, 1, 2], [3, 4], true]);
});

test("long lines end an answer early, and are read on all the same", async () => {
  const long: LogSource = { of: "training-jobs", name: "wide" };
  const name = { logGroupName: TRAINING_LOG_GROUP, logStreamName: "wide/algo-1-1" };
  await logs.send(new CreateLogStreamCommand(name));
  const message = (index: number) => `line ${index} ${"x".repeat(5_000)}`;
  const logEvents = Array.from({ length: 600 }, (_, index) => ({ timestamp: start + index, message: message(index) }));
  for (const first of [0, 200, 400]) {
    await logs.send(new PutLogEventsCommand({ ...name, logEvents: logEvents.slice(first, first + 200) }));
  }
  const query = { stream: name.logStreamName };
  const read = async (more: Record<string, string>) =>
    (await readLogs(workspace, long, { ...query, ...more })) as LogPage;
  let page = await read({ at: new Date(start).toISOString() });
  const found = numbers(page);
  while (!page.isNewest) {
    page = await read({ newer: page.newer });
    found.push(...numbers(page));
  }
  expect(found).toStrictEqual(span(0, 600));
});

test("a text and a level are looked for in the whole log", async () => {
  expect(numbers((await readLogs(workspace, source, { search: "line 1007" })) as LogSearch)).toStrictEqual([1_007]);
  expect(numbers((await readLogs(workspace, source, { level: "error" })) as LogSearch)).toStrictEqual([
    7, 1_007, 2_007,
  ]);
  const both = await readLogs(workspace, source, { search: "line 20", level: "error" });
  expect(numbers(both as LogSearch)).toStrictEqual([2_007]);
});

test.each([
  ["one stream", { stream }, "Z line 0"],
  ["all streams", {}, `Z [${stream}] line 0`],
])("the file of %s has every line once, in order", async (_, query, firstLine) => {
  const lines = (await (await downloadLog(workspace, source, query)).text()).trimEnd().split("\n");
  expect(lines[0]).toContain(firstLine);
  expect(lines.map((line) => Number(/line (\d+)/.exec(line)?.[1]))).toStrictEqual(span(0, LINES));
});

test("a stream of another job is refused", () => {
  expect(() => readLogs(workspace, source, { stream: "longer/algo-1-1" })).toThrow("belongs to another job");
});

test("lines of a time are found alone, of a text among them too", async () => {
  const at = (line: number) => new Date(start + line * 10).toISOString();
  const found = async (query: Record<string, string>) =>
    numbers((await readLogs(workspace, source, { from: at(1_005), to: at(1_008), ...query })) as LogSearch);
  expect(await found({})).toStrictEqual([1_005, 1_006, 1_007, 1_008]);
  expect(await found({ stream, search: "line 1006" })).toStrictEqual([1_006]);
  expect(await found({ level: "error" })).toStrictEqual([1_007]);
  await expect(found({ to: at(1_000) })).rejects.toThrow("must not end before it begins");
});
