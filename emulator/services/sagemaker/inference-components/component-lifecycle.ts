import { randomUUID } from "node:crypto";
import type { EmulatorContext } from "../../../context.ts";
import { imageFailure } from "../check-image.ts";
import type { ComponentChange, ComponentState, InferenceComponent } from "./component.ts";
import type { ComponentStore } from "./component-store.ts";
import { componentTarget } from "./component-target.ts";

/** Brings inference components from what they are to what they are to be. */
export type ComponentLifecycle = {
  /** Keeps the change with the component and sets it going. A `failure` is known before any container starts. */
  begin(region: string, component: InferenceComponent, next: ComponentState, failure: string | null): void;
  /** Goes on with what a stopped or killed emulator left without an outcome. */
  resume(): void;
};

const MAX_FAILURE_REASON = 1024;

export function createComponentLifecycle(context: EmulatorContext, store: ComponentStore): ComponentLifecycle {
  const { behaviour, clock, inference } = context;

  function begin(region: string, component: InferenceComponent, next: ComponentState, failure: string | null): void {
    const now = clock.now();
    const change: ComponentChange = {
      id: randomUUID(),
      kind: component.current === null && component.failureReason === null ? "create" : "update",
      next,
      startedAt: now,
      delayMs: behaviour.endpointDelayMs,
      outcome: failure !== null || isRunning(region, component, next) ? { at: now, failure } : null,
    };
    store.save(region, { ...component, change, wanted: next, modifiedAt: now, failureReason: null });
    if (!change.outcome) void startContainer(region, component, change);
  }

  /** Copies alone change, or all go: no container has to start. */
  function isRunning(region: string, component: InferenceComponent, next: ComponentState): boolean {
    const { current } = component;
    if (next.copies === 0) return true;
    if (!current || current.copies === 0) return false;
    const [before, after] = [current, next].map((state) => JSON.stringify(componentTarget(region, component, state)));
    return before === after;
  }

  async function startContainer(region: string, component: InferenceComponent, { id, next }: ComponentChange) {
    const failure = await failureOfStart(region, component, next);
    // Stopping the emulator ends the containers too: that is no outcome, the next start goes on.
    if (context.stopping.aborted) return;
    const now = store.find(region, component.name);
    if (now?.change?.id !== id) return;
    store.save(region, { ...now, change: { ...now.change, outcome: { at: clock.now(), failure } } });
  }

  async function failureOfStart(region: string, component: InferenceComponent, next: ComponentState) {
    const missing = imageFailure({ name: component.variantName, image: next.container.image }, region);
    if (missing) return missing;
    try {
      await inference.start(componentTarget(region, component, next));
      return null;
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      const reason = `The container for inference component ${component.name} did not pass the ping health check. Please check CloudWatch logs for this inference component. ${detail}`;
      return reason.slice(0, MAX_FAILURE_REASON);
    }
  }

  function resume(): void {
    for (const region of store.regions()) {
      for (const component of store.list(region)) {
        const { change } = component;
        if (change && !change.outcome) void startContainer(region, component, change);
      }
    }
  }

  return { begin, resume };
}
