import type { EmulatorContext } from "../../../context.ts";
import { recordBacklog } from "./async-metrics.ts";
import type { AsyncRequest } from "./async-request.ts";

export type AsyncEndpoint = { region: string; name: string; instances: number };
export type ListAsyncEndpoints = () => AsyncEndpoint[];

const MINUTE = 60_000;

/** Publishes each asynchronous endpoint's backlog once in a minute of the emulator's clock. */
export function createBacklogMeter(
  context: EmulatorContext,
  listEndpoints: ListAsyncEndpoints,
): (waiting: () => AsyncRequest[]) => void {
  let published = Math.floor(context.clock.now() / MINUTE);
  return (readWaiting) => {
    const minute = Math.floor(context.clock.now() / MINUTE);
    if (minute === published || context.stopping.aborted) return;
    published = minute;
    const waiting = readWaiting();
    for (const { region, name, instances } of listEndpoints()) {
      const own = waiting.filter((request) => request.region === region && request.endpointName === name);
      recordBacklog(context, region, name, {
        waiting: own.length,
        oldestAt: own[0]?.receivedAt ?? null,
        instances,
      });
    }
  };
}
