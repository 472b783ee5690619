import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const logGroupName = "/aws/sagemaker/Endpoints/reviews";
const stream = (name: string) => ({ logGroupName, logStreamName: name });

let emulator: TestEmulator;
let logs: CloudWatchLogsClient;
let start: number;

beforeAll(async () => {
  emulator = await startTestEmulator();
  logs = new CloudWatchLogsClient(emulator.sdk);
  start = emulator.clock.now();
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  for (const name of ["AllTraffic/i-1", "Canary/i-2"]) await logs.send(new CreateLogStreamCommand(stream(name)));
  const logEvents = Array.from({ length: 5 }, (_, index) => ({ timestamp: start + index, message: `line ${index}` }));
  await logs.send(new PutLogEventsCommand({ ...stream("AllTraffic/i-1"), logEvents }));
  const later = [{ timestamp: start + 100, message: "ERROR of the canary" }];
  await logs.send(new PutLogEventsCommand({ ...stream("Canary/i-2"), logEvents: later }));
});
afterAll(() => emulator.close());

const messages = (events: { message?: string }[] | undefined) => events?.map((event) => event.message);

/** A stream in a group that no other test reads. */
async function ownStream() {
  const name = { logGroupName: `/own/${Math.random()}`, logStreamName: "s" };
  await logs.send(new CreateLogGroupCommand({ logGroupName: name.logGroupName }));
  await logs.send(new CreateLogStreamCommand(name));
  return name;
}

test("a stream is read from its end backwards, and the token repeats at the beginning", async () => {
  const read = (nextToken?: string) =>
    logs.send(new GetLogEventsCommand({ ...stream("AllTraffic/i-1"), limit: 2, nextToken }));
  const last = await read();
  expect(messages(last.events)).toStrictEqual(["line 3", "line 4"]);
  const middle = await read(last.nextBackwardToken);
  const first = await read(middle.nextBackwardToken);
  expect([messages(middle.events), messages(first.events)]).toStrictEqual([["line 1", "line 2"], ["line 0"]]);
  const beyond = await read(first.nextBackwardToken);
  expect([beyond.events, beyond.nextBackwardToken]).toStrictEqual([[], first.nextBackwardToken]);
});

test("a stream is followed forward", async () => {
  const read = (nextToken?: string) =>
    logs.send(new GetLogEventsCommand({ ...stream("AllTraffic/i-1"), limit: 3, startFromHead: true, nextToken }));
  const first = await read();
  const rest = await read(first.nextForwardToken);
  const end = await read(rest.nextForwardToken);
  expect([messages(first.events), messages(rest.events), end.events]).toStrictEqual([
    ["line 0", "line 1", "line 2"],
    ["line 3", "line 4"],
    [],
  ]);
  expect(end.nextForwardToken).toBe(rest.nextForwardToken);
});

test("from a time on, only what is written later comes", async () => {
  const name = await ownStream();
  const write = (timestamp: number) =>
    logs.send(new PutLogEventsCommand({ ...name, logEvents: [{ timestamp, message: `at ${timestamp - start}` }] }));
  await write(start);
  const nothing = await logs.send(new GetLogEventsCommand({ ...name, startTime: start + 50, startFromHead: true }));
  await write(start + 50);
  const token = { nextToken: nothing.nextForwardToken };
  const later = await logs.send(new GetLogEventsCommand({ ...name, ...token, startFromHead: true }));
  expect([nothing.events, messages(later.events)]).toStrictEqual([[], ["at 50"]]);
});

test("an answer holds a mebibyte, and the token reaches the rest", async () => {
  const name = await ownStream();
  const logEvents = ["a", "b", "c"].map((letter) => ({ timestamp: start, message: letter.repeat(450_000) }));
  await logs.send(new PutLogEventsCommand({ ...name, logEvents }));
  const letters = (events: { message?: string }[] | undefined) => messages(events)?.map((message) => message?.[0]);
  const last = await logs.send(new GetLogEventsCommand(name));
  const before = await logs.send(new GetLogEventsCommand({ ...name, nextToken: last.nextBackwardToken }));
  expect([letters(last.events), letters(before.events)]).toStrictEqual([["b", "c"], ["a"]]);
  const only = { logGroupName: name.logGroupName, logStreamNames: [name.logStreamName] };
  const first = await logs.send(new FilterLogEventsCommand(only));
  const rest = await logs.send(new FilterLogEventsCommand({ ...only, nextToken: first.nextToken }));
  expect([letters(first.events), letters(rest.events)]).toStrictEqual([["a", "b"], ["c"]]);
});

test("a group is searched over its streams, in order of time, in pages", async () => {
  const found = await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern: '?ERROR ?"line 4"' }));
  expect(messages(found.events)).toStrictEqual(["line 4", "ERROR of the canary"]);
  const first = await logs.send(new FilterLogEventsCommand({ logGroupName, limit: 4 }));
  const second = await logs.send(new FilterLogEventsCommand({ logGroupName, limit: 4, nextToken: first.nextToken }));
  expect(messages(second.events)).toStrictEqual(["line 4", "ERROR of the canary"]);
  expect(second.nextToken).toBeUndefined();
});

test("a search keeps to its window and streams", async () => {
  const found = await logs.send(
    new FilterLogEventsCommand({ logGroupName, startTime: start + 1, endTime: start + 2, logStreamNamePrefix: "All" }),
  );
  expect(messages(found.events)).toStrictEqual(["line 1", "line 2"]);
});

test("streams are listed by name or by their latest event", async () => {
  const byName = await logs.send(new DescribeLogStreamsCommand({ logGroupName, logStreamNamePrefix: "Can" }));
  expect(byName.logStreams).toMatchObject([{ logStreamName: "Canary/i-2", lastEventTimestamp: start + 100 }]);
  const latest = await logs.send(
    new DescribeLogStreamsCommand({ logGroupName, orderBy: "LastEventTime", descending: true, limit: 1 }),
  );
  expect(latest.logStreams?.[0]?.logStreamName).toBe("Canary/i-2");
  expect(latest.nextToken).toBeDefined();
});

test("groups are listed by prefix", async () => {
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "/aws/sagemaker/" }));
  expect(logGroups).toMatchObject([
    { logGroupName, arn: `arn:aws:logs:us-east-1:111122223333:log-group:${logGroupName}:*`, storedBytes: 5 * 32 + 45 },
  ]);
});

test("what is missing or there already is told in AWS's words", async () => {
  const missing = logs.send(new GetLogEventsCommand({ logGroupName: "/nothing", logStreamName: "s" }));
  await expect(missing).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: "The specified log group does not exist.",
  });
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toMatchObject({
    name: "ResourceAlreadyExistsException",
  });
});

test("a deleted group takes its events along", async () => {
  const doomed = { logGroupName: "/doomed", logStreamName: "s" };
  await logs.send(new CreateLogGroupCommand({ logGroupName: "/doomed" }));
  await logs.send(new CreateLogStreamCommand(doomed));
  await logs.send(new PutLogEventsCommand({ ...doomed, logEvents: [{ timestamp: start, message: "gone" }] }));
  await logs.send(new DeleteLogGroupCommand({ logGroupName: "/doomed" }));
  await logs.send(new CreateLogGroupCommand({ logGroupName: "/doomed" }));
  const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName: "/doomed" }));
  expect(events).toStrictEqual([]);
});
