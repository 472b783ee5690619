import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import type { AwsTarget } from "@/lib/aws/client";

import { endpointLogGroup, type LogSource, type TailMessage, TRAINING_LOG_GROUP } from "../view";
import { watchTail } from "./shared-tail";
import { tailResponse } from "./tail-response";

const HOUR_MS = 3_600_000;
const WAIT = { timeout: 10_000 };
let emulator: TestEmulator;
let logs: CloudWatchLogsClient;
let workspace: AwsTarget;

beforeAll(async () => {
  emulator = await startTestEmulator();
  logs = new CloudWatchLogsClient(emulator.sdk);
  process.env.AWS_ACCESS_KEY_ID = "AKIDEMULATOR";
  process.env.AWS_SECRET_ACCESS_KEY = "emulator";
  const { endpoint: endpointUrl, region } = emulator.sdk;
  workspace = { id: "live", region, isEmulator: false, endpointUrl, roleArn: null };
});
afterAll(() => emulator.close());

/** A log with its streams, and how lines come into it. */
async function makeLog(logGroupName: string, ...streams: string[]) {
  await logs.send(new CreateLogGroupCommand({ logGroupName })).catch(() => undefined);
  for (const logStreamName of streams) await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  return (message: string, logStreamName = streams[0]) =>
    logs.send(
      new PutLogEventsCommand({
        logGroupName,
        logStreamName,
        logEvents: [{ timestamp: emulator.clock.now(), message }],
      }),
    );
}

/** Somebody who looks, and what they were told. */
function viewerOf(scope: { group: string; prefix?: string }) {
  const told: TailMessage[] = [];
  const leave = watchTail(workspace, scope, (message) => told.push(message));
  const texts = () => told.flatMap((message) => ("lines" in message ? message.lines.map((line) => line.message) : []));
  const starts = () => told.filter((message) => "start" in message).length;
  return { told, texts, starts, leave };
}

async function startCalls(): Promise<number> {
  const { calls } = (await (await fetch(`${emulator.url}/_emulator/calls`)).json()) as {
    calls: Record<string, number>;
  };
  return calls["logs StartLiveTail"] ?? 0;
}

test("all who look at a log share one session, which ends with the last of them", async () => {
  const group = endpointLogGroup("shared");
  const write = await makeLog(group, "AllTraffic/i-1");
  const before = await startCalls();
  const [first, second] = [viewerOf({ group }), viewerOf({ group })];
  await vi.waitFor(() => expect([first.starts(), second.starts()]).toStrictEqual([1, 1]), WAIT);
  const third = viewerOf({ group });
  expect(third.starts()).toBe(1);
  await write("to all");
  await vi.waitFor(
    () => expect([first, second, third].map(({ texts }) => texts())).toStrictEqual(Array(3).fill(["to all"])),
    WAIT,
  );
  first.leave();
  second.leave();
  await write("to the last");
  await vi.waitFor(() => expect(third.texts()).toStrictEqual(["to all", "to the last"]), WAIT);
  expect(first.texts()).toStrictEqual(["to all"]);
  expect((await startCalls()) - before).toBe(1);

  third.leave();
  const later = viewerOf({ group });
  await vi.waitFor(() => expect(later.starts()).toBe(1), WAIT);
  expect((await startCalls()) - before).toBe(2);
  later.leave();
});

test("a session that has had its three hours is followed by another", async () => {
  const group = endpointLogGroup("hours");
  const write = await makeLog(group, "AllTraffic/i-1");
  const viewer = viewerOf({ group });
  await vi.waitFor(() => expect(viewer.starts()).toBe(1), WAIT);
  emulator.clock.advance(3 * HOUR_MS);
  await vi.waitFor(() => expect(viewer.starts()).toBe(2), WAIT);
  await write("after three hours");
  await vi.waitFor(() => expect(viewer.texts()).toStrictEqual(["after three hours"]), WAIT);
  viewer.leave();
});

test("why there is no session is told, and the next who looks tries again", async () => {
  const group = endpointLogGroup("late");
  const viewer = viewerOf({ group });
  await vi.waitFor(() => expect(viewer.told).toHaveLength(1), WAIT);
  expect(viewer.told).toMatchObject([
    { problem: { code: "not-found", awsCode: "ResourceNotFoundException", requestId: expect.any(String) } },
  ]);
  await makeLog(group, "AllTraffic/i-1");
  const later = viewerOf({ group });
  await vi.waitFor(() => expect(later.told).toStrictEqual([{ start: true }]), WAIT);
  later.leave();
});

/** The messages of an answer, as far as they are asked for. */
async function* messagesOf(response: Response): AsyncGenerator<TailMessage, void> {
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    for (const line of decoder.decode(bytes).trimEnd().split("\n")) yield JSON.parse(line) as TailMessage;
  }
}

test("a browser is sent the lines of its job and stream alone", async () => {
  const source: LogSource = { of: "training-jobs", name: "mine" };
  const write = await makeLog(TRAINING_LOG_GROUP, "mine/algo-1", "mine/algo-2", "other/algo-1");
  const messages = messagesOf(tailResponse(workspace, source, { stream: "mine/algo-1" }));
  expect((await messages.next()).value).toStrictEqual({ start: true });
  await write("of another job", "other/algo-1");
  await write("of another instance", "mine/algo-2");
  await write("of this one", "mine/algo-1");
  expect((await messages.next()).value).toMatchObject({
    lines: [{ stream: "mine/algo-1", message: "of this one" }],
    isSampled: false,
  });
  await messages.return();
  expect(() => tailResponse(workspace, source, { stream: "other/algo-1" })).toThrow("belongs to another job");
});
