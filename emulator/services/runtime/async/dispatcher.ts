import type { EmulatorContext } from "../../../context.ts";
import type { AsyncInferenceConfig } from "../../sagemaker/endpoint-config.ts";
import { chooseVariant } from "../choose-variant.ts";
import type { FindServing, ServingEndpoint, ServingVariant } from "../serving-endpoint.ts";
import { concurrentPerInstance } from "./async-config.ts";
import { finishRequest } from "./finish-request.ts";
import type { Notifications } from "./notifications.ts";
import type { Outcome } from "./outcome.ts";
import type { QueuedRequest, RequestQueue } from "./request-queue.ts";
import { type RanRequest, runRequest } from "./run-request.ts";

/** How often capacity, ages and time-outs are looked at; everything else is looked at when it happens. */
const LOOK_EVERY_MS = 200;

export type Dispatcher = {
  /** Something may have changed: a request came, one ended, an instance is there. */
  look(): void;
  /** Requests that wait for each endpoint: neither running nor ended. */
  waiting(): QueuedRequest[];
  close(): void;
};

type Run = { startedAt: number; timeoutMs: number; giveUp: AbortController; place: string };

/** Takes requests from the queue to containers, as many at once as instances and configuration allow. */
export function createDispatcher(
  context: EmulatorContext,
  findServing: FindServing,
  queue: RequestQueue,
  notifications: Notifications,
  onLook: () => void,
): Dispatcher {
  const { clock, stopping } = context;
  /** By place in the queue. What is here ends by itself. */
  const running = new Map<number, Run>();
  /** Requests that have ended and whose object is being written. */
  const ending = new Set<number>();

  function look(): void {
    if (stopping.aborted) return;
    for (const { giveUp, startedAt, timeoutMs } of running.values()) {
      if (clock.now() - startedAt > timeoutMs) giveUp.abort();
    }
    const endpoints = new Map<string, ServingEndpoint | null>();
    for (const request of waiting()) {
      const id = `${request.region}/${request.endpointName}`;
      if (!endpoints.has(id)) endpoints.set(id, findServing(request.region, request.endpointName));
      const endpoint = endpoints.get(id);
      // Its endpoint is gone, and its queue with it.
      if (!endpoint?.asyncInference) queue.take(request.seq);
      else dispatch(request, endpoint, endpoint.asyncInference);
    }
  }

  const waiting = () => queue.list().filter(({ seq }) => !running.has(seq) && !ending.has(seq));

  function dispatch(request: QueuedRequest, endpoint: ServingEndpoint, config: AsyncInferenceConfig): void {
    if (clock.now() - request.receivedAt > request.ttlMs) {
      const reason = `The request waited longer than its time to live of ${request.ttlMs / 1000} seconds and was not processed.`;
      void end(request, { type: "expired", reason }, config, null, null);
      return;
    }
    const variant = endpoint.variants.find(({ name }) => name === request.variantName) ?? chooseVariant(endpoint, null);
    const place = `${request.region}/${endpoint.name}/${variant.name}`;
    const busy = [...running.values()].filter((run) => run.place === place).length;
    if (busy < variant.instanceCount * concurrentPerInstance(config)) void run(request, variant, config, place);
  }

  async function run(
    request: QueuedRequest,
    variant: ServingVariant,
    config: AsyncInferenceConfig,
    place: string,
  ): Promise<void> {
    const startedAt = clock.now();
    const giveUp = new AbortController();
    running.set(request.seq, { startedAt, timeoutMs: request.timeoutMs, giveUp, place });
    try {
      // A container that does not listen is not waited for.
      const { outcome, downloadUs } = await Promise.race([
        runRequest(context, queue, request, variant, giveUp.signal),
        aborted(giveUp.signal, request),
      ]);
      // Status 0: the container did not answer in time.
      const isLate = outcome.type === "failed" && outcome.response?.status === 0;
      const told = isLate ? timedOut(request) : outcome;
      await end({ ...request, variantName: variant.name }, told, config, startedAt, downloadUs);
    } catch (cause) {
      // It stays in the queue; the timer tries again.
      if (!stopping.aborted) console.error("asynchronous inference:", cause);
      running.delete(request.seq);
      return;
    }
    running.delete(request.seq);
    look();
  }

  async function end(
    request: QueuedRequest,
    outcome: Outcome,
    config: AsyncInferenceConfig,
    startedAt: number | null,
    downloadUs: number | null,
  ): Promise<void> {
    ending.add(request.seq);
    try {
      await finishRequest(context, queue, notifications, { request, outcome, config, startedAt, downloadUs });
    } finally {
      ending.delete(request.seq);
    }
  }

  const timer = setInterval(() => {
    look();
    onLook();
  }, LOOK_EVERY_MS);
  timer.unref();

  return { look, waiting, close: () => clearInterval(timer) };
}

function aborted(signal: AbortSignal, request: QueuedRequest): Promise<RanRequest> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve({ outcome: timedOut(request), downloadUs: null }));
  });
}

function timedOut({ timeoutMs }: QueuedRequest): Outcome {
  const reason = `The request was processed longer than its time-out of ${timeoutMs / 1000} seconds. Your invocation timed out while waiting for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve the issue, and try again.`;
  return { type: "expired", reason };
}
