import { expect, test } from "vitest";

import { priceOf } from "@/catalog/instance-types/select";

import { jobCost } from "./job-cost";

const NOW = Date.parse("2026-11-01T01:00:00Z");
const price = priceOf("ml.g5.xlarge", "us-east-1", "training");
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
  const cost = jobCost(job, "us-east-1", NOW);
  expect(cost?.usd).toBeCloseTo((price?.usdPerHour ?? 0) * 2 * 0.25);
  expect(cost).toMatchObject({ isEstimate: false, isRunning: false, price: { date: price?.date } });
});

test("a running job costs what has passed since its start, and says that this is an estimate", () => {
  const cost = jobCost({ ...job, status: "InProgress", billableSeconds: null }, "us-east-1", NOW);
  expect(cost?.usd).toBeCloseTo((price?.usdPerHour ?? 0) * 2 * 0.5);
  expect(cost).toMatchObject({ isEstimate: true, isRunning: true });
});

test("spot capacity is an estimate, and what has no price or never began has no cost", () => {
  expect(jobCost({ ...job, isSpot: true }, "us-east-1", NOW)?.isEstimate).toBe(true);
  expect(jobCost({ ...job, instanceType: "ml.no-such.large" }, "us-east-1", NOW)).toBeNull();
  expect(
    jobCost({ ...job, status: "InProgress", billableSeconds: null, startedAt: null }, "us-east-1", NOW),
  ).toBeNull();
});
