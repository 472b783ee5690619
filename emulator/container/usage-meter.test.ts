import { afterEach, expect, test } from "vitest";
import { manualClock } from "../clock.ts";
import type { MetricDatum, Telemetry } from "../telemetry/telemetry.ts";
import { bundledTarget } from "./testing/test-host.ts";
import { createUsageMeter, type UsageMeter } from "./usage-meter.ts";

let meter: UsageMeter | null = null;
afterEach(() => meter?.close());

function publishedWith(instances: number | null): MetricDatum[] {
  const data: MetricDatum[] = [];
  const telemetry: Telemetry = { putMetric: (_, datum) => void data.push(datum), putLog: () => undefined };
  meter = createUsageMeter(telemetry, manualClock(), "/", () => instances);
  meter.add(bundledTarget("tiny-stories-lm"), 6_000_000, 1_000_000);
  meter.publish();
  return data;
}

test("each instance publishes an equal share, so that samples of a minute count the instances", () => {
  const cpu = publishedWith(4).find(({ name }) => name === "CPUUtilization");
  expect([cpu?.value, cpu?.count]).toStrictEqual([2.5, 4]);
});

test("a serverless variant publishes its memory only, one that is gone nothing", () => {
  expect(publishedWith(0).map(({ name, count }) => [name, count])).toStrictEqual([["MemoryUtilization", 1]]);
  expect(publishedWith(null)).toStrictEqual([]);
});
