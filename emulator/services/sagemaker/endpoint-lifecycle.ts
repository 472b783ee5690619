import { randomUUID } from "node:crypto";
import { instanceId } from "../../container/model-key.ts";
import type { EmulatorContext } from "../../context.ts";
import { hangsOnHost } from "./check-host.ts";
import { imageFailure } from "./check-image.ts";
import { type Change, type Deployment, type Endpoint, modelVariants, type Outcome } from "./endpoint.ts";
import type { EndpointStore } from "./endpoint-store.ts";
import type { Rollout } from "./rollout.ts";
import { servingTarget } from "./serving-target.ts";
import type { Variant } from "./variant.ts";

/** Brings endpoints from what they are to what they are to be. */
export type EndpointLifecycle = {
  /** Keeps the change with the endpoint and sets it going; what becomes of it shows when the endpoint is read. */
  begin(region: string, endpoint: Endpoint, kind: Change["kind"], next: Deployment, rollout?: Rollout): void;
  /** Goes on with what a stopped or killed emulator left without an outcome. */
  resume(): void;
};

const MAX_FAILURE_REASON = 1024;
/** How long SageMaker waits for containers that never start. */
const HANG_MS = 3_600_000;

export function createEndpointLifecycle(context: EmulatorContext, store: EndpointStore): EndpointLifecycle {
  const { behaviour, clock, inference } = context;

  function begin(region: string, endpoint: Endpoint, kind: Change["kind"], next: Deployment, rollout?: Rollout): void {
    const now = clock.now();
    const hanging = kind === "capacity" ? undefined : modelVariants(next).find(hangsOnHost);
    const change: Change = {
      id: randomUUID(),
      kind,
      next,
      startedAt: now,
      delayMs: hanging ? HANG_MS : behaviour.endpointDelayMs,
      outcome: hanging ? { at: now, failure: pingFailure(hanging) } : immediateOutcome(kind, now),
      ...(rollout && { rollout }),
      ...(kind === "update" && { isTakenBack: behaviour.silentRollback, rollbackFailure: behaviour.rollbackFailure }),
    };
    store.save(region, { ...endpoint, change, modifiedAt: now });
    if (change.outcome?.failure && !hanging) logFailure(region, endpoint.name, next, now);
    if (!change.outcome) void startContainers(region, endpoint.name, change);
  }

  /** A rehearsed failure needs no container, and a change of counts or weights keeps the containers that run. */
  function immediateOutcome(kind: Change["kind"], now: number): Outcome | null {
    if (behaviour.endpointFailure !== null) return { at: now, failure: behaviour.endpointFailure };
    return kind === "capacity" ? { at: now, failure: null } : null;
  }

  /** What containers print that a rehearsal lets fail, as far as it says anything. */
  function logFailure(region: string, endpointName: string, next: Deployment, at: number): void {
    if (behaviour.endpointFailureLog.length === 0) return;
    const lines = behaviour.endpointFailureLog.map((message) => ({ at, message }));
    for (const { name } of next.variants) {
      const stream = `${name}/${instanceId(endpointName, name)}`;
      context.telemetry.putLog(region, `/aws/sagemaker/Endpoints/${endpointName}`, stream, lines);
    }
  }

  async function startContainers(region: string, endpointName: string, { id, next }: Change): Promise<void> {
    const failures = await Promise.all(
      modelVariants(next).map((variant) => startContainer(region, endpointName, variant)),
    );
    // Stopping the emulator ends the containers too: that is no outcome, the next start goes on.
    if (context.stopping.aborted) return;
    const endpoint = store.find(region, endpointName);
    if (endpoint?.change?.id !== id) return;
    const failure = failures.find((reason) => reason !== null) ?? null;
    store.save(region, { ...endpoint, change: { ...endpoint.change, outcome: { at: clock.now(), failure } } });
  }

  /** Null when the container answers, else the reason in AWS's words followed by the container's own. */
  async function startContainer(region: string, endpointName: string, variant: Variant): Promise<string | null> {
    const missing = imageFailure(variant, region);
    if (missing) return missing;
    try {
      await inference.start(servingTarget(region, endpointName, variant));
      return null;
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      const reason = `${pingFailure(variant)} ${detail}`;
      return reason.slice(0, MAX_FAILURE_REASON);
    }
  }

  function resume(): void {
    for (const region of store.regions()) {
      for (const { name, change } of store.list(region)) {
        if (change && !change.outcome) void startContainers(region, name, change);
      }
    }
  }

  return { begin, resume };
}

function pingFailure({ name }: Variant): string {
  return `The primary container for production variant ${name} did not pass the ping health check. Please check CloudWatch logs for this endpoint.`;
}
