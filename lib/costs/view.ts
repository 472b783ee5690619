export const COST_KINDS = ["endpoint", "training", "transform"] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What one endpoint or job costs. Dollars; null is unknown, never free. Instants are ISO strings. */
export type CostRow = {
  id: string;
  kind: CostKind;
  name: string;
  /** What runs or ran: `2 × ml.m5.xlarge`. */
  what: string;
  status: string;
  isRunning: boolean;
  /** False: its metrics could not be read, so that only what runs now is known. */
  isCounted: boolean;
  /** Counted from traffic that an emulator made up. */
  isSample: boolean;
  usdPerHour: number | null;
  monthUsd: number | null;
  projectedUsd: number | null;
  /** Calls that were answered without an error this month; null for jobs and where metrics cannot be read. */
  successfulCalls: number | null;
  usdPer1000Calls: number | null;
  /** Since when nobody called: the end of the last hour with a call; null while it is called, for jobs and serverless. */
  idleSince: string | null;
  /** What it cost since then. */
  wastedUsd: number | null;
  /** What was used without a known price. */
  unpriced: string[];
  /** Part of it was counted without values of CloudWatch. */
  isEstimated: boolean;
};

export type PriceSource = {
  /** `aws`: read from the AWS Price List API at `readAt`; `bundled`: those that come with the console. */
  kind: "aws" | "bundled";
  readAt: string | null;
  /** How many prices of this region are known. */
  known: number;
  oldest: string | null;
  newest: string | null;
};

/** A workspace's costs of the calendar month (UTC), as SageMaker bills. */
export type CostsView = {
  from: string;
  now: string;
  until: string;
  /** What runs now, per hour, of what has a price. */
  usdPerHour: number;
  monthUsd: number;
  projectedUsd: number;
  rows: CostRow[];
  /** Epoch seconds of each hour of the month so far, and the dollars of it by kind. */
  hours: number[];
  usdByHour: Record<CostKind, number[]>;
  prices: PriceSource;
  /** What could not be counted, as sentences. */
  gaps: string[];
};
