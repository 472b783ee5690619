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

test("instances publish from when the container runs, also without a call, and for long where there are few", () => {
  const data: MetricDatum[] = [];
  const telemetry: Telemetry = { putMetric: (_, datum) => void data.push(datum), putLog: () => undefined };
  meter = createUsageMeter(telemetry, manualClock(), "/", () => 2);
  const publishedBy = (name: string) =>
    data.filter(({ name: metric, dimensions }) => metric === "CPUUtilization" && dimensions[0]?.Value === name).length;
  meter.begin(bundledTarget("tiny-stories-lm", "alone"));
  for (let minute = 0; minute < 30; minute += 1) meter.publish();
  expect(publishedBy("alone")).toBe(30);
  for (let other = 0; other < 10; other += 1) meter.begin(bundledTarget("tiny-stories-lm", `other-${other}`));
  for (let minute = 0; minute < 30; minute += 1) meter.publish();
  expect(publishedBy("alone")).toBe(31);
  expect(data.some(({ name }) => name === "MemoryUtilization")).toBe(false);
});

test("a serverless variant publishes its memory only, one that is gone nothing", () => {
  expect(publishedWith(0).map(({ name, count }) => [name, count])).toStrictEqual([["MemoryUtilization", 1]]);
  expect(publishedWith(null)).toStrictEqual([]);
});
