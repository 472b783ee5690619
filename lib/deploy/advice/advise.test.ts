import { expect, test } from "vitest";

import { bundledPrices } from "@/lib/costs/price-table";
import { defaultImage } from "@/lib/deploy/from-link";

import { adviseModes, cheapestMode, type ModeAdvice } from "./advise";
import { breakEvens, costLines, mostCalls } from "./break-even";
import type { AdvisedMode, Setup } from "./setup";
import type { Workload } from "./workload";

/** 1,000 calls of a second each: 8.449 hours a month of 30.417 days. */
const workload: Workload = {
  callsPerDay: 1_000,
  peakPerSecond: 1,
  payloadMb: 0.1,
  secondsPerAnswer: 1,
  modelGb: null,
  allowsColdStart: true,
};
const setup: Setup = {
  region: "us-east-1",
  prices: bundledPrices("us-east-1"),
  image: defaultImage("cpu", "us-east-1"),
  instanceType: "ml.m5.large", // 0.115 USD an hour on a real-time endpoint; no price of its own for async and transform
  serverlessMemoryMb: 3072, // 0.00006 USD a second
  usesVpc: false,
  isIsolated: false,
  hasOwnCode: false,
};

function advice(mode: AdvisedMode, asked: Partial<Workload> = {}, has: Partial<Setup> = {}): ModeAdvice {
  const found = adviseModes({ ...workload, ...asked }, { ...setup, ...has }).find((row) => row.mode === mode);
  if (!found) throw new Error(`There is no advice on ${mode}.`);
  return found;
}

const usd = ({ cost }: ModeAdvice, calls = 1_000) => cost.estimate?.usd(calls);

test("an instance that always runs costs its price times 730 hours, and as many run as the peak needs", () => {
  expect(usd(advice("real-time"))).toBeCloseTo(83.95, 6);
  const busy = advice("real-time", { peakPerSecond: 2.5, secondsPerAnswer: 3 });
  expect(busy.fields).toStrictEqual({ instanceCount: 8 });
  expect(usd(busy)).toBeCloseTo(8 * 83.95, 6);
  // A tenth of a call a second for 30 seconds each is three at once, whatever floating point makes of it.
  expect(advice("real-time", { peakPerSecond: 0.1, secondsPerAnswer: 30 }).fields.instanceCount).toBe(3);
  // 100,000 calls of two seconds are more than two instances can answer in a day.
  expect(advice("real-time", { callsPerDay: 100_000, secondsPerAnswer: 2 }).fields.instanceCount).toBe(3);
});

test("serverless costs its seconds, of the size whose price is known", () => {
  const known = advice("serverless");
  expect(usd(known)).toBeCloseTo(1.825, 6);
  expect([known.cost.missing, known.cost.estimate?.at]).toStrictEqual([null, null]);

  const smaller = advice("serverless", {}, { serverlessMemoryMb: 2048 });
  expect(smaller.cost.missing).toBe("The price of a second with 2 GB in us-east-1");
  expect(smaller.cost.estimate).toMatchObject({ at: "with 3 GB", date: "2026-09-09" });

  expect(advice("serverless", {}, { serverlessMemoryMb: 4096 }).cost.estimate).toBeNull();
  expect(advice("serverless", { modelGb: 4.5 }).fields.serverlessMemoryMb).toBe(5120);
});

test("what is kept ready against cold starts has no known price, and none is made up", () => {
  const ready = advice("serverless", { allowsColdStart: false, peakPerSecond: 3, secondsPerAnswer: 1.2 });
  expect(ready.cost).toMatchObject({
    missing: "The price of environments that are kept ready",
    estimate: null,
  });
  expect(ready.fields).toStrictEqual({
    serverlessMemoryMb: 3072,
    serverlessMaxConcurrency: 5,
    serverlessProvisioned: "4",
  });
});

test("asynchronous instances cost the hours in which they answer, or all hours without cold starts", () => {
  const scaled = advice("async");
  expect(scaled.fields).toStrictEqual({ instanceCount: 1, scaleFromZero: true, scaleMaxInstances: "5" });
  expect(scaled.cost.missing).toBe("The price of an asynchronous instance of ml.m5.large in us-east-1");
  expect(scaled.cost.estimate?.at).toBe("at the hosting price");
  expect(usd(scaled)).toBeCloseTo(0.971644, 5);

  // 100,000 calls of two seconds take 55.6 hours a day: three instances at 2.8026 USD, an asynchronous price.
  const kept = advice(
    "async",
    { callsPerDay: 100_000, peakPerSecond: 50, secondsPerAnswer: 2, allowsColdStart: false },
    { instanceType: "ml.g6e.2xlarge" },
  );
  expect(kept.fields).toStrictEqual({ instanceCount: 3, scaleFromZero: false, scaleMaxInstances: "5" });
  expect([kept.cost.missing, kept.cost.estimate?.at]).toStrictEqual([null, null]);
  expect(usd(kept, 100_000)).toBeCloseTo(6_137.694, 3);
});

test("a transform job costs the hours in which it runs", () => {
  const paris = { region: "eu-west-3", prices: bundledPrices("eu-west-3"), instanceType: "ml.g4dn.xlarge" };
  const job = advice("batch", { callsPerDay: 3_600, secondsPerAnswer: 2 }, paris);
  expect(job.cost.missing).toBeNull();
  expect(usd(job, 3_600)).toBeCloseTo(52.3775, 4);
  expect(advice("batch", {}, { region: "eu-north-1", prices: bundledPrices("eu-north-1") }).cost.estimate).toBeNull();
});

const why = (mode: AdvisedMode, asked: Partial<Workload>, has: Partial<Setup> = {}) =>
  advice(mode, asked, has).obstacles;

test("each limit of SageMaker rules a mode out and says why", () => {
  expect(why("real-time", { payloadMb: 30 })).toStrictEqual(["It takes and gives at most 25 MB; yours has 30 MB."]);
  expect(why("real-time", { secondsPerAnswer: 500 })).toStrictEqual([
    "An answer may take 60 seconds, 8 minutes when it is streamed; yours takes 500 s.",
  ]);
  expect(advice("real-time", { secondsPerAnswer: 90 }).cautions).toStrictEqual([
    "Only if the answer is streamed: one that comes whole may take 60 seconds.",
  ]);
  expect(why("serverless", { payloadMb: 5 })).toStrictEqual(["It takes and gives at most 4 MB; yours has 5 MB."]);
  expect(why("serverless", { secondsPerAnswer: 61, peakPerSecond: 0.1 })).toHaveLength(1);
  expect(why("serverless", { modelGb: 7 })).toStrictEqual([
    "An environment has at most 6 GB of memory; the model needs 7 GB.",
  ]);
  expect(why("serverless", { peakPerSecond: 201 })).toStrictEqual([
    "It answers at most 200 calls at once; your peak means 201.",
  ]);
  expect(
    why("serverless", {}, { image: defaultImage("gpu", "us-east-1"), usesVpc: true, isIsolated: true }),
  ).toStrictEqual([
    "It has no GPU and no other accelerator, and the container is built for one.",
    "It cannot be put into a VPC.",
    "It has no network isolation.",
  ]);
  expect(why("async", { payloadMb: 1_025, secondsPerAnswer: 3_601 })).toHaveLength(2);
  expect(why("async", { payloadMb: 1_024, secondsPerAnswer: 3_600 })).toStrictEqual([]);
  expect(why("batch", { payloadMb: 101 })).toHaveLength(1);
  expect(why("batch", { allowsColdStart: false })).toStrictEqual([
    "Each job starts its instances first: minutes pass before the first answer.",
  ]);
  expect(why("batch", {}, { instanceType: "ml.t2.medium" })).toStrictEqual([
    "SageMaker runs no transform jobs on ml.t2.medium: choose another type there.",
  ]);
  expect(why("async", { modelGb: 9 })).toStrictEqual(["ml.m5.large has 8 GiB: choose a larger type for 9 GB."]);
});

test("the cheapest is named among possible modes with a price of their own, when there are two", () => {
  expect(cheapestMode(adviseModes(workload, setup), 1_000)).toBe("serverless");
  expect(cheapestMode(adviseModes(workload, setup), 50_000)).toBe("real-time");
  expect(cheapestMode(adviseModes({ ...workload, payloadMb: 5 }, setup), 1_000)).toBeNull();
});

test("serverless meets an ml.m5.large at 46,000 calls a day, and never an instance that is full before", () => {
  // 83.95 USD ÷ (30.4167 days × 0.00006 USD)
  const [even, ...others] = breakEvens(adviseModes(workload, setup), workload);
  expect(even).toMatchObject({ mode: "serverless", isAtOtherPrice: false });
  expect(even?.callsPerDay).toBeCloseTo(46_000, 6);
  expect(others).toStrictEqual([]);

  // At 0.23 USD an hour the two would meet at 92,000 calls, and one instance answers 86,400.
  expect(mostCalls(workload)).toBe(86_400);
  expect(breakEvens(adviseModes(workload, { ...setup, instanceType: "ml.m5.xlarge" }), workload)).toStrictEqual([]);
});

test("the chart has a line for each possible mode with a price to count with, and one for equal lines", () => {
  const lines = costLines(adviseModes(workload, setup), workload);
  expect(lines.map(({ name }) => name)).toStrictEqual([
    "Real-time",
    "Serverless",
    "Asynchronous, at the hosting price; Batch transform, at the hosting price",
  ]);
  expect(lines[1]?.points[0]).toStrictEqual({ x: 0, value: 0 });
  expect(lines[1]?.points.at(-1)).toStrictEqual({ x: 86_400, value: expect.closeTo(157.68, 6) });
  expect(costLines(adviseModes({ ...workload, payloadMb: 5 }, setup), workload)).toHaveLength(2);
});
