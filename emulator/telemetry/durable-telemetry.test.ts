import { expect, test } from "vitest";
import { openSqlite } from "@/lib/sqlite/open-sqlite.ts";
import { openTelemetry } from "./durable-telemetry.ts";

const clock = { now: () => 1_000_000 };
const metric = { namespace: "AWS/SageMaker", name: "Invocations", dimensions: [{ Name: "EndpointName", Value: "e" }] };

test("equal values of one second are one sample with a count", () => {
  const telemetry = openTelemetry(openSqlite(":memory:"), clock);
  for (const at of [1000, 1400, 1999, 2000])
    telemetry.putMetric("us-east-1", { ...metric, value: 1, unit: "None", at });
  expect(telemetry.metrics.read("us-east-1", metric, 0, 10_000)).toStrictEqual(
    [
      { at: 1000, value: 1, count: 3, unit: "None" },
      { at: 2000, value: 1, count: 1, unit: "None" },
    ].map((row) => expect.objectContaining(row)),
  );
  telemetry.close();
});

test("the order of dimensions does not matter, the region does", () => {
  const telemetry = openTelemetry(openSqlite(":memory:"), clock);
  const [a, b] = [
    { Name: "A", Value: "1" },
    { Name: "B", Value: "2" },
  ];
  telemetry.putMetric("us-east-1", { ...metric, dimensions: [b, a], value: 1, unit: "None", at: 0 });
  expect(telemetry.metrics.read("us-east-1", { ...metric, dimensions: [a, b] }, 0, 1)).toHaveLength(1);
  expect(telemetry.metrics.read("eu-west-1", { ...metric, dimensions: [a, b] }, 0, 1)).toHaveLength(0);
  telemetry.close();
});

test("log lines are read from either end, in order of time", () => {
  const telemetry = openTelemetry(openSqlite(":memory:"), clock);
  const events = [3, 1, 2].map((at) => ({ at, message: `line ${at}` }));
  telemetry.putLog("us-east-1", "g", "s", events);
  const query = { streams: ["s"], from: 0, to: 100, limit: 2 };
  expect(telemetry.logs.events("us-east-1", "g", query).map((event) => event.message)).toStrictEqual([
    "line 1",
    "line 2",
  ]);
  const last = telemetry.logs.events("us-east-1", "g", { ...query, fromEnd: true });
  expect(last.map((event) => event.message)).toStrictEqual(["line 2", "line 3"]);
  expect(telemetry.logs.streams("us-east-1", "g")).toMatchObject([{ name: "s", firstEventAt: 1, lastEventAt: 3 }]);
  telemetry.close();
});

test.each([2, 40])("lines of %i streams come in order of time, in pages, without those of others", (count) => {
  const telemetry = openTelemetry(openSqlite(":memory:"), clock);
  const streams = Array.from({ length: count }, (_, index) => `s${index}`);
  for (const stream of [...streams, "other"]) {
    telemetry.putLog("us-east-1", "g", stream, [
      { at: 2, message: `${stream} 2` },
      { at: 1, message: `${stream} 1` },
    ]);
  }
  const query = { streams, from: 0, to: 100, limit: count + 1 };
  const first = telemetry.logs.events("us-east-1", "g", query);
  const after = first.at(-1);
  const rest = telemetry.logs.events("us-east-1", "g", { ...query, ...(after && { after }) });
  expect([...first, ...rest].map(({ message }) => message)).toStrictEqual(
    [1, 2].flatMap((at) => streams.map((stream) => `${stream} ${at}`)),
  );
  telemetry.close();
});

test("what is older than fifteen days is gone after a restart", () => {
  const database = openSqlite(":memory:");
  const before = openTelemetry(database, clock);
  before.putLog("us-east-1", "g", "s", [
    { at: 1_000, message: "old" },
    { at: 2_000_000, message: "new" },
  ]);
  for (const at of [1_000, 2_000_000]) before.putMetric("us-east-1", { ...metric, value: 1, unit: "None", at });
  before.close();

  const after = openTelemetry(database, { now: () => 15 * 86_400_000 + 1_500_000 });
  const query = { from: 0, to: Number.MAX_SAFE_INTEGER, limit: 10 };
  expect(after.logs.events("us-east-1", "g", query).map(({ message }) => message)).toStrictEqual(["new"]);
  expect(after.metrics.read("us-east-1", metric, 0, 10_000_000)).toHaveLength(1);
  after.close();
});
