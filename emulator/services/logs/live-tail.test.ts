import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  StartLiveTailCommand,
  type StartLiveTailCommandInput,
  type StartLiveTailResponseStream,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const HOUR_MS = 3_600_000;
const arn = (group: string) => `arn:aws:logs:us-east-1:111122223333:log-group:${group}`;
let emulator: TestEmulator;
let logs: CloudWatchLogsClient;

beforeAll(async () => {
  emulator = await startTestEmulator();
  logs = new CloudWatchLogsClient({ ...emulator.sdk, disableHostPrefix: true });
});
afterAll(async () => {
  logs.destroy();
  await emulator.close();
});

async function makeGroup(logGroupName: string, ...streams: string[]): Promise<void> {
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  for (const logStreamName of streams) await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
}

function write(logGroupName: string, logStreamName: string, ...messages: string[]) {
  const logEvents = messages.map((message) => ({ timestamp: emulator.clock.now(), message }));
  return logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
}

/** A session that has begun, read one event after the other. The SDK leaves its connection open until it is told. */
async function openTail(input: StartLiveTailCommandInput, client = logs) {
  const left = new AbortController();
  const { responseStream } = await client.send(new StartLiveTailCommand(input), { abortSignal: left.signal });
  const events = (responseStream as AsyncIterable<StartLiveTailResponseStream>)[Symbol.asyncIterator]();
  const first = await events.next();
  return { start: first.value?.sessionStart, events, leave: () => left.abort() };
}

/** The messages of coming updates, until there are some. */
async function nextUpdate(events: AsyncIterator<StartLiveTailResponseStream>) {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error("The session is over.");
    const { sessionResults = [], sessionMetadata } = value.sessionUpdate ?? {};
    if (sessionResults.length > 0) return { sessionResults, sessionMetadata };
  }
}

test("a session shows what is written from its beginning on", async () => {
  await makeGroup("/live", "a");
  await write("/live", "a", "before");
  const { start, events, leave } = await openTail({ logGroupIdentifiers: [arn("/live")] });
  expect(start).toStrictEqual({
    requestId: expect.any(String),
    sessionId: expect.any(String),
    logGroupIdentifiers: [arn("/live")],
  });
  await write("/live", "a", "one", "two");
  const now = emulator.clock.now();
  const line = { logStreamName: "a", logGroupIdentifier: "111122223333:/live", timestamp: now, ingestionTime: now };
  expect(await nextUpdate(events)).toStrictEqual({
    sessionResults: [
      { ...line, message: "one" },
      { ...line, message: "two" },
    ],
    sessionMetadata: { sampled: false },
  });
  await write("/live", "a", "three");
  expect((await nextUpdate(events)).sessionResults.map(({ message }) => message)).toStrictEqual(["three"]);
  leave();
});

test("a session keeps to the beginnings of streams and to its pattern", async () => {
  await makeGroup("/jobs", "mine/algo-1", "other/algo-1");
  const { events, leave } = await openTail({
    logGroupIdentifiers: [arn("/jobs")],
    logStreamNamePrefixes: ["mine/"],
    logEventFilterPattern: "loss -NaN",
  });
  await write("/jobs", "other/algo-1", "loss of another");
  await write("/jobs", "mine/algo-1", "loss=0.5", "step 1", "loss=NaN");
  expect((await nextUpdate(events)).sessionResults.map(({ message }) => message)).toStrictEqual(["loss=0.5"]);
  leave();
});

test("of more than 500 lines a sample is shown, and said to be one", async () => {
  await makeGroup("/busy", "a");
  const { events, leave } = await openTail({ logGroupIdentifiers: [arn("/busy")] });
  await write("/busy", "a", ...Array.from({ length: 1_200 }, (_, index) => `line ${index}`));
  const { sessionResults, sessionMetadata } = await nextUpdate(events);
  expect([sessionResults.length, sessionMetadata]).toStrictEqual([500, { sampled: true }]);
  leave();
});

test("a session ends after three hours", async () => {
  await makeGroup("/long", "a");
  const { events } = await openTail({ logGroupIdentifiers: [arn("/long")] });
  emulator.clock.advance(3 * HOUR_MS);
  await expect(nextUpdate(events)).rejects.toMatchObject({ name: "SessionTimeoutException" });
});

test("what CloudWatch refuses is refused", async () => {
  const open = (input: StartLiveTailCommandInput) => logs.send(new StartLiveTailCommand(input));
  await expect(open({ logGroupIdentifiers: [arn("/nothing")] })).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
  await expect(open({ logGroupIdentifiers: ["/live"] })).rejects.toMatchObject({ name: "InvalidParameterException" });
  const both = { logStreamNames: ["a"], logStreamNamePrefixes: ["a"] };
  await expect(open({ logGroupIdentifiers: [arn("/live")], ...both })).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
});

test("fifteen sessions are open at a time, and one that is left makes room", async () => {
  await makeGroup("/crowd", "a");
  const input = { logGroupIdentifiers: [arn("/crowd").replace("us-east-1", "eu-west-1")] };
  const west = new CloudWatchLogsClient({ ...emulator.sdk, region: "eu-west-1", disableHostPrefix: true });
  await west.send(new CreateLogGroupCommand({ logGroupName: "/crowd" }));
  const sessions: (() => void)[] = [];
  for (let count = 0; count < 15; count += 1) sessions.push((await openTail(input, west)).leave);
  await expect(openTail(input, west)).rejects.toMatchObject({ name: "LimitExceededException" });
  sessions[0]?.();
  const isLetIn = () =>
    openTail(input, west).then(
      ({ leave }) => sessions.push(leave) > 0,
      () => false,
    );
  await expect.poll(isLetIn).toBe(true);
  for (const leave of sessions) leave();
  west.destroy();
});
