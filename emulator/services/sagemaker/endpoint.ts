import type { AsyncInferenceConfig, DataCaptureConfig } from "./endpoint-config.ts";
import type { Resource } from "./resources.ts";
import { AT_ONCE, bakingEndsAt, positionAt, type Rollout, type RolloutPosition } from "./rollout.ts";
import type { Variant } from "./variant.ts";

/** What an endpoint runs, or is to run: a configuration with its models, as they were when it was taken up. */
export type Deployment = {
  configName: string;
  variants: Variant[];
  /** Variants that get copies of requests and whose answers nobody sees; left out by what older versions kept. */
  shadows?: Variant[];
  asyncInference: AsyncInferenceConfig | null;
  dataCapture: DataCaptureConfig | null;
};

/** The variants that answer, and those in their shadow. */
export function everyVariant({ variants, shadows = [] }: Deployment): Variant[] {
  return [...variants, ...shadows];
}

/** Those that run a model of their own, rather than inference components. */
export function modelVariants(deployment: Deployment): Variant[] {
  return everyVariant(deployment).filter(({ hosting }) => hosting === undefined);
}

/** Something under way. It is over once it has an outcome, `delayMs` have passed since, and its steps were gone. */
export type Change = {
  /** Tells a container's late answer whether it still matters. */
  id: string;
  kind: "create" | "update" | "capacity";
  next: Deployment;
  startedAt: number;
  delayMs: number;
  outcome: Outcome | null;
  /** Of updates: how the traffic moves. */
  rollout?: Rollout;
  /** When an update began to be taken back, and why; a silent one gives no reason. */
  rollback?: { at: number; reason: string | null };
  /** Rehearsed: all goes well and is taken back without a word. */
  isTakenBack?: boolean;
  /** Rehearsed: why even the way back fails. */
  rollbackFailure?: string | null;
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
  /** After a rolling update whose way back failed: what else serves, with its share of the traffic. */
  mixed?: { next: Deployment; share: number } | null;
};

export type EndpointStatus =
  | "Creating"
  | "Updating"
  | "RollingBack"
  | "InService"
  | "Failed"
  | "UpdateRollbackFailed"
  | "Deleting";

export function endpointStatus({ deleteAt, change, current, mixed }: Endpoint): EndpointStatus {
  if (deleteAt !== null) return "Deleting";
  if (change?.kind === "create") return "Creating";
  if (change) return change.rollback ? "RollingBack" : "Updating";
  if (mixed) return "UpdateRollbackFailed";
  return current ? "InService" : "Failed";
}

/** The first of these alarms that stood at ALARM between two times, and since when. */
export type FindTripped = (names: string[], from: number, to: number) => { name: string; at: number } | null;

/**
 * The endpoint as it is at `now`; null when it is gone. Status follows from what happened and when, never from a
 * timer, so that it survives restarts and follows a clock that is moved.
 */
export function settle(endpoint: Endpoint, now: number, findTripped: FindTripped): Endpoint | null {
  if (endpoint.deleteAt !== null) return now >= endpoint.deleteAt ? null : endpoint;
  if (!endpoint.change) return endpoint;
  const rollback = endpoint.change.rollback ?? rollbackOf(endpoint.change, now, findTripped);
  if (rollback) return settleRollback(endpoint, { ...endpoint.change, rollback }, now);
  const { change } = endpoint;
  if (!change.outcome) return endpoint;
  const endsAt = endOf(change);
  if (endsAt === null || now < endsAt) return endpoint;
  const settled = { ...endpoint, change: null, modifiedAt: endsAt, failureReason: change.outcome.failure };
  if (change.outcome.failure !== null) return settled;
  return { ...settled, current: change.next, configName: change.next.configName, mixed: null };
}

/** Where an update stands; null for other changes and for one that is taken back. */
export function rolloutPosition(change: Change, now: number): RolloutPosition | null {
  if (change.kind !== "update" || change.rollback) return null;
  return positionAt(change.rollout ?? AT_ONCE, now, timesOf(change));
}

/** What else takes requests beside what the endpoint runs, and its share of them, 0 to 1. */
export function alsoServing({ change, mixed }: Endpoint, now: number): { next: Deployment; share: number } | null {
  const position = change && rolloutPosition(change, now);
  return change && position && position.share > 0 ? { next: change.next, share: position.share } : (mixed ?? null);
}

function timesOf({ startedAt, outcome, delayMs }: Change) {
  return {
    startedAt,
    readyAt: outcome && outcome.failure === null ? outcome.at + delayMs : null,
    provisionMs: delayMs,
  };
}

function endOf({ kind, outcome, delayMs, rollout = AT_ONCE }: Change): number | null {
  if (!outcome) return null;
  const readyAt = outcome.at + delayMs;
  return kind === "update" ? bakingEndsAt(rollout, readyAt, delayMs) + rollout.terminationMs : readyAt;
}

/** Going back takes half as long as going forward. */
function backMs({ delayMs }: Change): number {
  return delayMs / 2;
}

function rollbackOf(change: Change, now: number, findTripped: FindTripped): Change["rollback"] | null {
  const { kind, outcome, rollout = AT_ONCE, delayMs, startedAt, isTakenBack } = change;
  if (kind === "create") return null;
  const causes: { at: number; reason: string | null }[] = [];
  if (outcome?.failure) causes.push({ at: outcome.at + delayMs - backMs(change), reason: outcome.failure });
  const readyAt = outcome && !outcome.failure ? outcome.at + delayMs : null;
  if (kind === "update") {
    const end = endOf(change);
    if (rollout.timeoutMs !== null && (end === null || startedAt + rollout.timeoutMs < end)) {
      causes.push({ at: startedAt + rollout.timeoutMs, reason: TIMED_OUT });
    }
    if (readyAt !== null && isTakenBack) causes.push({ at: readyAt, reason: null });
    const bakedAt = readyAt === null ? null : bakingEndsAt(rollout, readyAt, delayMs);
    if (readyAt !== null && bakedAt !== null && now >= readyAt && rollout.alarms.length > 0 && bakedAt > readyAt) {
      const tripped = findTripped(rollout.alarms, readyAt, Math.min(now, bakedAt));
      if (tripped) causes.push({ at: tripped.at, reason: trippedBy(tripped.name) });
    }
  }
  const [first] = causes.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
  return first ?? null;
}

function settleRollback(
  endpoint: Endpoint,
  change: Change & { rollback: NonNullable<Change["rollback"]> },
  now: number,
) {
  const { rollback, rollout = AT_ONCE, next, rollbackFailure } = change;
  const endsAt = rollback.at + backMs(change);
  if (now < endsAt) return endpoint.change?.rollback ? endpoint : { ...endpoint, change, modifiedAt: rollback.at };
  const settled = { ...endpoint, change: null, modifiedAt: endsAt, failureReason: rollback.reason };
  if (rollout.strategy !== "ROLLING" || !rollbackFailure) return settled;
  // Only a rolling update has given up instances of the old fleet that the way back needs again.
  const { rollback: _, ...forward } = change;
  const share = rolloutPosition(forward, rollback.at)?.share ?? 0;
  const reason = [rollback.reason, rollbackFailure].filter(Boolean).join(" ");
  return { ...settled, failureReason: reason, mixed: { next, share } };
}

const TIMED_OUT = "The update took longer than its MaximumExecutionTimeoutInSeconds and was rolled back.";

/** AWS's words are not documented; these are the emulator's. */
function trippedBy(alarm: string): string {
  return `The update was rolled back because the alarm "${alarm}" went into the ALARM state.`;
}
