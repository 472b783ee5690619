import type { PriceTable } from "@/lib/costs/price-table";
import { formatUsd } from "@/lib/format/money";
import { type InstancesCost, instancesCost } from "@/lib/instances/cost";

import { isUnderWay, type TrainingJobView } from "./job-view";

type Costing = Pick<
  TrainingJobView,
  "status" | "startedAt" | "billableSeconds" | "instanceType" | "instanceCount" | "isSpot"
>;

export type JobCost = {
  usd: number;
  price: NonNullable<InstancesCost>["price"];
  isEstimate: boolean;
  isRunning: boolean;
};

/**
 * What a job's instances cost so far: the on-demand price of its region × instances × billable seconds, which SageMaker
 * lowers for spot capacity (its DescribeTrainingJob says to multiply them by InstanceCount). While a job runs there are
 * none: the time since its start stands in for them. `now` in epoch milliseconds. Null: no price or no time is known.
 */
export function jobCost(job: Costing, prices: PriceTable, now: number): JobCost | null {
  const isRunning = isUnderWay(job.status) && job.billableSeconds === null;
  const running = isRunning && job.startedAt ? Math.max(0, now - Date.parse(job.startedAt)) / 1000 : null;
  const seconds = job.billableSeconds ?? running;
  const cost = job.instanceType && instancesCost("training", job.instanceType, job.instanceCount ?? 1, prices);
  if (!cost || seconds === null) return null;
  return { usd: (cost.usdPerHour * seconds) / 3600, price: cost.price, isEstimate: job.isSpot || isRunning, isRunning };
}

/** `about $0.0784 so far`: estimates and what still grows say so. */
export function costInWords({ usd, isEstimate, isRunning }: Pick<JobCost, "usd" | "isEstimate" | "isRunning">): string {
  return `${isEstimate ? "about " : ""}${formatUsd(usd)}${isRunning ? " so far" : ""}`;
}
