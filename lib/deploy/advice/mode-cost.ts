import type { PriceComponent } from "@/catalog/instance-types/schema";
import { type DatedPrice, serverlessPriceFrom } from "@/lib/costs/price-table";
import { MEMORY_SIZES_MB } from "@/lib/deploy/mode-fields";
import { plural } from "@/lib/format/numbers";

import {
  busyHoursPerMonth,
  callsAtOnce,
  DAYS_PER_MONTH,
  HOURS_PER_MONTH,
  instancesForPeak,
  instancesForQueue,
} from "./load";
import type { AdvisedMode, Setup } from "./setup";
import type { Workload } from "./workload";

/** What a mode costs in a month, as far as prices are known. */
export type ModeCost = {
  /** What runs, and for how long it is billed. */
  billed: string;
  /** The price that is missing; null when the mode's own price is known. */
  missing: string | null;
  /**
   * The cost of a month at any number of calls a day. Where the mode's own price is missing this is the cost at a
   * price that is known, which `at` names; null: there is none to count with.
   */
  estimate: { usd: (callsPerDay: number) => number; at: string | null; date: string } | null;
};

/** The parts of a month's cost for a mode; prices that nobody read are said to be missing and never filled in. */
export function modeCost(mode: AdvisedMode, workload: Workload, setup: Setup): ModeCost {
  switch (mode) {
    case "real-time":
      return realTime(workload, setup);
    case "serverless":
      return serverless(workload, setup);
    case "async":
      return asynchronous(workload, setup);
    case "batch":
      return batch(workload, setup);
  }
}

/** The memory that a serverless endpoint would get: enough for the model where its size was said. */
export function serverlessMemoryMb({ modelGb }: Workload, { serverlessMemoryMb: chosen }: Setup): number {
  if (modelGb === null) return chosen;
  return MEMORY_SIZES_MB.find((size) => size >= modelGb * 1024) ?? Math.max(...MEMORY_SIZES_MB);
}

function realTime(workload: Workload, setup: Setup): ModeCost {
  const usd = (calls: number, price: DatedPrice) =>
    instancesForPeak({ ...workload, callsPerDay: calls }) * HOURS_PER_MONTH * price.usd;
  return {
    billed: `${plural(instancesForPeak(workload), "instance")}, all the time`,
    ...atInstancePrice("hosting", setup, usd),
  };
}

function asynchronous(workload: Workload, setup: Setup): ModeCost {
  const always = (calls: number) => instancesForQueue({ ...workload, callsPerDay: calls }) * HOURS_PER_MONTH;
  const busy = (calls: number) => busyHoursPerMonth({ ...workload, callsPerDay: calls });
  const hours = workload.allowsColdStart ? busy : always;
  return {
    billed: workload.allowsColdStart
      ? "instances while they answer; on top the minutes of starting and of waiting before they go"
      : `${plural(instancesForQueue(workload), "instance")}, all the time`,
    ...atInstancePrice("async", setup, (calls, price) => hours(calls) * price.usd),
  };
}

function batch(workload: Workload, setup: Setup): ModeCost {
  return {
    billed: "instances while a job runs; on top the minutes of starting for each job",
    ...atInstancePrice(
      "transform",
      setup,
      (calls, price) => busyHoursPerMonth({ ...workload, callsPerDay: calls }) * price.usd,
    ),
  };
}

function serverless(workload: Workload, setup: Setup): ModeCost {
  const memoryMb = serverlessMemoryMb(workload, setup);
  const size = `${memoryMb / 1024} GB`;
  if (!workload.allowsColdStart) {
    const ready = plural(callsAtOnce(workload), "environment");
    return {
      billed: `${ready} of ${size} kept ready all the time, and the seconds of calls`,
      missing: "The price of environments that are kept ready",
      estimate: null,
    };
  }
  const price = serverlessPriceFrom(setup.prices, memoryMb);
  return {
    billed: `the seconds of calls with ${size}; on top the data in and out, whose price is not known here`,
    missing: price?.memoryMb === memoryMb ? null : `The price of a second with ${size} in ${setup.region}`,
    estimate: price && {
      usd: (calls) => calls * workload.secondsPerAnswer * DAYS_PER_MONTH * price.usd,
      at: price.memoryMb === memoryMb ? null : `with ${price.memoryMb / 1024} GB`,
      date: price.date,
    },
  };
}

const USES = { hosting: "a real-time instance", async: "an asynchronous instance", transform: "a transform job" };

/** Async and transform instances have prices of their own, few of which are known; the hosting price is named as such. */
function atInstancePrice(
  component: PriceComponent & keyof typeof USES,
  { instanceType, region, prices }: Setup,
  usd: (callsPerDay: number, price: DatedPrice) => number,
): Pick<ModeCost, "missing" | "estimate"> {
  const own = prices.instanceHour(instanceType, component);
  const price = own ?? prices.instanceHour(instanceType, "hosting");
  return {
    missing: own ? null : `The price of ${USES[component]} of ${instanceType || "no type"} in ${region}`,
    estimate: price && {
      usd: (calls) => usd(calls, price),
      at: own ? null : "at the hosting price",
      date: price.date,
    },
  };
}
