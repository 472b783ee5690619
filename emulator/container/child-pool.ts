import { type CallListener, type CallOutcome, type InferenceChild, startInferenceChild } from "./child-process.ts";
import type { CacheLimits, CallMessage } from "./messages.ts";

export type PoolOptions = {
  /** Processes at most; they start when there is work. */
  size: number;
} & (
  | { limits: CacheLimits; start?: undefined }
  /** For processes of another kind; one that ends by itself is told by the outcome of its call. */
  | { start(): InferenceChild; limits?: undefined }
);

/** The calls of one container: they wait in a queue of their own and hold no more processes than its workers. */
export type Lane = {
  id: string;
  queueSize: number;
  /** Null: no limit. What the newest call brings counts for those that wait as well, since instances come and go. */
  workers: number | null;
  /** After this the container's own server gives up on the process, whatever the caller would wait. */
  responseTimeoutMs: number;
};

export type PoolOutcome = CallOutcome | { type: "queue-full" } | { type: "given-up" };

type Work = CallMessage extends infer M ? (M extends CallMessage ? Omit<M, "call"> : never) : never;
type Job = {
  message: CallMessage;
  listener: CallListener;
  timeoutMs: number;
  lane: Lane | null;
  signal: AbortSignal | undefined;
  resolve(outcome: PoolOutcome): void;
};

export type RunOptions = {
  /** Without a lane a call waits as long as it takes. */
  lane?: Lane;
  /** Aborted when who waits gives up: work that waits is forgotten, work under way is asked to stop. */
  signal?: AbortSignal;
};

/** A few processes that share the work of all endpoints. */
export type ChildPool = {
  run(work: Work, listener: CallListener, timeoutMs: number, options?: RunOptions): Promise<PoolOutcome>;
  /** Whether a living process holds the model. */
  holds(key: string): boolean;
  /** Process ids of those that hold the model, or of all. */
  pids(key?: string): number[];
  close(): void;
};

export function createChildPool({ size, limits, start }: PoolOptions): ChildPool {
  const children = new Set<InferenceChild>();
  const queue: Job[] = [];
  /** How many calls of each lane are running. */
  const running = new Map<string, number>();
  /** How many may run, of lanes with calls that wait or run. */
  const workers = new Map<string, number | null>();
  let lastCall = 0;
  let isClosed = false;

  function forget(gone: InferenceChild): void {
    children.delete(gone);
    dispatch();
  }

  /** The idle process that holds the model, else any idle one, else a new one. */
  function freeChild(key: string): InferenceChild | undefined {
    const idle = [...children].filter((child) => !child.isBusy());
    const best = idle.find((child) => child.loaded.has(key)) ?? idle[0];
    if (best || children.size >= size) return best;
    const child = start ? start() : startInferenceChild(limits, forget);
    children.add(child);
    return child;
  }

  function hasWorker({ lane }: Job): boolean {
    const most = lane && workers.get(lane.id);
    return !most || (running.get(lane.id) ?? 0) < most;
  }

  function count(lane: Lane | null, change: 1 | -1): void {
    if (!lane) return;
    const now = (running.get(lane.id) ?? 0) + change;
    if (now > 0) running.set(lane.id, now);
    else running.delete(lane.id);
    if (now === 0 && !queue.some((job) => job.lane?.id === lane.id)) workers.delete(lane.id);
  }

  function dispatch(): void {
    while (!isClosed) {
      const next = queue.find(hasWorker);
      const child = next && freeChild(next.message.spec.key);
      if (!child) return;
      queue.splice(queue.indexOf(next), 1);
      count(next.lane, 1);
      const stop = (): void => child.stop(next.message.call);
      next.signal?.addEventListener("abort", stop);
      const serverTimeoutMs = next.lane?.responseTimeoutMs ?? next.timeoutMs;
      const givenUp = serverTimeoutMs < next.timeoutMs;
      void child.run(next.message, next.listener, Math.min(next.timeoutMs, serverTimeoutMs)).then((outcome) => {
        count(next.lane, -1);
        next.signal?.removeEventListener("abort", stop);
        // The process is being killed: out of the pool at once, or the next job would go to it.
        if (outcome.type === "timed-out" || outcome.type === "died") children.delete(child);
        next.resolve(outcome.type === "timed-out" && givenUp ? { type: "died" } : outcome);
        dispatch();
      });
    }
  }

  return {
    run(work, listener, timeoutMs, { lane, signal } = {}) {
      if (signal?.aborted) return Promise.resolve({ type: "given-up" });
      if (lane && queue.filter((job) => job.lane?.id === lane.id).length >= lane.queueSize) {
        return Promise.resolve({ type: "queue-full" });
      }
      if (lane) workers.set(lane.id, lane.workers);
      lastCall += 1;
      const message: CallMessage = { ...work, call: lastCall };
      return new Promise((resolve) => {
        const job: Job = { message, listener, timeoutMs, lane: lane ?? null, signal, resolve: settle };
        const leaveQueue = (outcome: PoolOutcome): void => {
          const at = queue.indexOf(job);
          if (at < 0) return;
          queue.splice(at, 1);
          settle(outcome);
        };
        const giveUp = (): void => leaveQueue({ type: "given-up" });
        // Who waits too long for its turn is answered as if the model were slow, without harm to whom it waits for.
        const timer = setTimeout(() => leaveQueue({ type: "timed-out" }), timeoutMs);
        signal?.addEventListener("abort", giveUp);
        function settle(outcome: PoolOutcome): void {
          clearTimeout(timer);
          signal?.removeEventListener("abort", giveUp);
          resolve(outcome);
        }
        queue.push(job);
        dispatch();
      });
    },
    holds: (key) => [...children].some((child) => child.loaded.has(key)),
    pids: (key) => [...children].flatMap((child) => (child.pid && (!key || child.loaded.has(key)) ? [child.pid] : [])),
    close() {
      isClosed = true;
      for (const child of children) child.kill();
      for (const job of queue.splice(0)) job.resolve({ type: "died" });
    },
  };
}
