import { expect, test } from "vitest";

import { bundledPrices } from "@/lib/costs/price-table";

import { jobCost } from "./job-cost";

const NOW = Date.parse("2026-11-01T01:00:00Z");
const PRICES = bundledPrices("us-east-1");
const price = PRICES.instanceHour("ml.g5.xlarge", "training");
const job = {
  status: "Completed" as const,
  startedAt: "2026-11-01T00:30:00Z",
  billableSeconds: 900,
  instanceType: "ml.g5.xlarge",
  instanceCount: 2,
  isSpot: false,
};

test("billable seconds are charged on each instance", () => {
  expect(price).not.toBeNull();
  const cost = jobCost(job, PRICES, NOW);
  expect(cost?.usd).toBeCloseTo((price?.usd ?? 0) * 2 * 0.25);
  expect(cost).toMatchObject({ isEstimate: false, isRunning: false, price: { date: price?.date } });
});

test("a running job costs what has passed since its start, and says that this is an estimate", () => {
  const cost = jobCost({ ...job, status: "InProgress", billableSeconds: null }, PRICES, NOW);
  expect(cost?.usd).toBeCloseTo((price?.usd ?? 0) * 2 * 0.5);
  expect(cost).toMatchObject({ isEstimate: true, isRunning: true });
});

test("spot capacity is an estimate, and what has no price or never began has no cost", () => {
  expect(jobCost({ ...job, isSpot: true }, PRICES, NOW)?.isEstimate).toBe(true);
  expect(jobCost({ ...job, instanceType: "ml.no-such.large" }, PRICES, NOW)).toBeNull();
  expect(jobCost({ ...job, status: "InProgress", billableSeconds: null, startedAt: null }, PRICES, NOW)).toBeNull();
});
