import type { AsyncInferenceConfig, DataCaptureConfig } from "./endpoint-config.ts";
import type { Resource } from "./resources.ts";
import type { Variant } from "./variant.ts";

/** What an endpoint runs, or is to run: a configuration with its models, as they were when it was taken up. */
export type Deployment = {
  configName: string;
  variants: Variant[];
  asyncInference: AsyncInferenceConfig | null;
  dataCapture: DataCaptureConfig | null;
};

/** Something under way. It is over once it has an outcome and `delayMs` have passed since. */
export type Change = {
  /** Tells a container's late answer whether it still matters. */
  id: string;
  kind: "create" | "update" | "capacity";
  next: Deployment;
  startedAt: number;
  delayMs: number;
  outcome: Outcome | null;
};

/** When the containers answered, or why they never did. */
export type Outcome = { at: number; failure: string | null };

export type Endpoint = Resource & {
  modifiedAt: number;
  configName: string;
  /** What takes requests; null until the endpoint was in service for the first time. */
  current: Deployment | null;
  change: Change | null;
  failureReason: string | null;
  deploymentConfig: object | null;
  /** When it is gone; null unless it is being deleted. */
  deleteAt: number | null;
};

export type EndpointStatus = "Creating" | "Updating" | "InService" | "Failed" | "Deleting";

export function endpointStatus({ deleteAt, change, current }: Endpoint): EndpointStatus {
  if (deleteAt !== null) return "Deleting";
  if (change) return change.kind === "create" ? "Creating" : "Updating";
  return current ? "InService" : "Failed";
}

/**
 * The endpoint as it is at `now`; null when it is gone. Status follows from what happened and when, never from a
 * timer, so that it survives restarts and follows a clock that is moved.
 */
export function settle(endpoint: Endpoint, now: number): Endpoint | null {
  const { change, deleteAt } = endpoint;
  if (deleteAt !== null) return now >= deleteAt ? null : endpoint;
  if (!change?.outcome) return endpoint;
  const endsAt = change.outcome.at + change.delayMs;
  if (now < endsAt) return endpoint;
  const settled = { ...endpoint, change: null, modifiedAt: endsAt, failureReason: change.outcome.failure };
  // A failed update leaves what served before in service, with the reason beside it.
  if (change.outcome.failure !== null) return settled;
  return { ...settled, current: change.next, configName: change.next.configName };
}
