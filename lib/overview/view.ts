import type { EndpointStatus } from "@/lib/endpoints/view";

/** What the overview shows of a workspace's endpoints. */
export type OverviewView = {
  /** Every endpoint counted by status; statuses without one are left out. */
  counts: { status: EndpointStatus; count: number }[];
  total: number;
  /** True when there are more endpoints than were counted. */
  isTotalPartial: boolean;
  cost: OverviewCost;
  failing: FailingEndpoint[];
  /** Endpoints on instances that nobody called for a day; null when the metrics could not be read. */
  idle: IdleEndpoint[] | null;
};

export type OverviewCost = {
  /** Sum over the endpoints whose price is known; null when none is. */
  usdPerHour: number | null;
  /** The day that the oldest of the prices is from. */
  priceDate: string | null;
  pricedEndpoints: number;
  unpricedEndpoints: number;
  /** Running endpoints that were not looked at, because there are too many. */
  skippedEndpoints: number;
};

export type FailingEndpoint = {
  name: string;
  status: EndpointStatus;
  /** SageMaker's own words, or what the console counted. */
  reason: string | null;
  /** The errors are of traffic that an emulator made up. */
  isSample: boolean;
};

export type IdleEndpoint = { name: string; since: string | null; usdPerHour: number | null };
