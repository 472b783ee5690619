import { expect, test } from "vitest";

import type { Fleet } from "./fleet";
import { computeLedger } from "./ledger";
import { listedPrices, packPrices } from "./price-table";
import { computeSpans, HOUR_MS, instanceSpans, usagesOf } from "./spans";

const T = Date.parse("2026-11-01T10:00:00Z");
const WINDOW = { from: T, to: T + 3 * HOUR_MS };
const FLEET: Fleet = { mode: "real-time", instanceType: "ml.m5.xlarge", serverless: null, metricSeconds: 60 };
const ALWAYS = { since: T - HOUR_MS, until: Number.POSITIVE_INFINITY };
const samples = (...byHour: (number | null)[]) =>
  new Map(byHour.flatMap((value, index) => (value === null ? [] : [[T + index * HOUR_MS, value] as const])));
/** Instance-minutes of all spans. */
const minutes = (spans: { from: number; to: number; count: number }[]) =>
  spans.reduce((sum, { from, to, count }) => sum + ((to - from) / 60_000) * count, 0);

test("instance-minutes are the values CloudWatch holds, whatever changed within the hour", () => {
  const { spans, isEstimated } = instanceSpans(samples(115, 120, 130), { fleet: FLEET, ...ALWAYS }, null, WINDOW);
  expect(minutes(spans)).toBeCloseTo(365, 9);
  expect(isEstimated).toBe(false);
});

test("instances that publish every ten seconds are not counted six times", () => {
  const often = { fleet: { ...FLEET, metricSeconds: 10 }, ...ALWAYS };
  expect(minutes(instanceSpans(samples(720), often, null, WINDOW).spans)).toBeCloseTo(120, 9);
});

test("a silent hour of a standing real-time endpoint has the number before it, and is said to be estimated", () => {
  const standing = { createdAt: T, instances: 5 };
  const found = instanceSpans(samples(180, null, 60), { fleet: FLEET, ...ALWAYS }, standing, WINDOW);
  expect(minutes(found.spans)).toBeCloseTo(180 + 180 + 60, 9);
  expect(found.isEstimated).toBe(true);
});

test("nothing is assumed of an asynchronous endpoint, of one that is gone, or of the time before it was there", () => {
  const async = { fleet: { ...FLEET, mode: "async" as const }, ...ALWAYS };
  expect(minutes(instanceSpans(samples(60), async, { createdAt: T, instances: 1 }, WINDOW).spans)).toBeCloseTo(60, 9);
  expect(minutes(instanceSpans(samples(60), { fleet: FLEET, ...ALWAYS }, null, WINDOW).spans)).toBeCloseTo(60, 9);
  const late = { createdAt: T + 2.5 * HOUR_MS, instances: 2 };
  expect(minutes(instanceSpans(samples(), { fleet: FLEET, ...ALWAYS }, late, WINDOW).spans)).toBeCloseTo(60, 9);
});

test("after a change of type each fleet has its part", () => {
  const change = T + HOUR_MS + 20 * 60_000;
  const prices = listedPrices(
    packPrices([
      { kind: "instance", type: "ml.m5.xlarge", component: "hosting", usd: 0.23, date: "2026-09-27" },
      { kind: "instance", type: "ml.g5.xlarge", component: "hosting", usd: 1.408, date: "2026-09-01" },
    ]),
    { instanceHour: () => null, serverlessSecond: () => null },
  );
  const metrics = { samples: samples(60, 60, 60), latencyUs: new Map() };
  const spans = [
    { fleet: FLEET, since: T - HOUR_MS, until: change },
    { fleet: { ...FLEET, instanceType: "ml.g5.xlarge" }, since: change, until: Number.POSITIVE_INFINITY },
  ];
  const parts = spans.map((span) => usagesOf(span, metrics, null, WINDOW));
  const { lines } = computeLedger([{ id: "x", usages: parts.flatMap(({ usages }) => usages) }], prices, WINDOW);
  // 80 min of $0.23 + 100 min of $1.408 = 0.306667 + 2.346667
  expect(lines[0]?.usd).toBeCloseTo(2.653333, 5);
  expect(parts.map(({ isEstimated }) => isEstimated)).toStrictEqual([true, true]);
});

test("seconds of compute come from the sum of the latencies; what is kept ready has a price of its own", () => {
  expect(computeSpans(new Map([[T, 45_000_000]]), WINDOW)).toStrictEqual([{ from: T, to: T + HOUR_MS, count: 45 }]);
  const ready = { ...FLEET, mode: "serverless" as const, serverless: { memoryMb: 2048, provisioned: 3 } };
  const { usages } = usagesOf({ fleet: ready, ...ALWAYS }, { samples: samples(), latencyUs: new Map() }, null, WINDOW);
  expect(usages.map(({ kind }) => kind)).toStrictEqual(["provisioned", "provisioned"]);
});
