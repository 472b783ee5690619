import { type CallListener, type CallOutcome, type InferenceChild, startInferenceChild } from "./child-process.ts";
import type { CacheLimits, CallMessage } from "./messages.ts";

export type PoolOptions = {
  /** Processes at most; they start when there is work. */
  size: number;
  /** Calls that may wait for one model, as MMS's job queue. */
  queueSize: number;
  limits: CacheLimits;
};

export type PoolOutcome = CallOutcome | { type: "queue-full" };

type Work = CallMessage extends infer M ? (M extends CallMessage ? Omit<M, "call"> : never) : never;
type Job = { message: CallMessage; listener: CallListener; timeoutMs: number; resolve(outcome: PoolOutcome): void };

/** A few processes that share the work of all endpoints. */
export type ChildPool = {
  run(work: Work, listener: CallListener, timeoutMs: number): Promise<PoolOutcome>;
  /** Whether a living process holds the model. */
  holds(key: string): boolean;
  /** Process ids of those that hold the model, or of all. */
  pids(key?: string): number[];
  close(): void;
};

export function createChildPool({ size, queueSize, limits }: PoolOptions): ChildPool {
  const children = new Set<InferenceChild>();
  const queue: Job[] = [];
  let lastCall = 0;
  let isClosed = false;

  /** The idle process that holds the model, else any idle one, else a new one. */
  function freeChild(key: string): InferenceChild | undefined {
    const idle = [...children].filter((child) => !child.isBusy());
    const best = idle.find((child) => child.loaded.has(key)) ?? idle[0];
    if (best || children.size >= size) return best;
    const child = startInferenceChild(limits, (gone) => {
      children.delete(gone);
      dispatch();
    });
    children.add(child);
    return child;
  }

  function dispatch(): void {
    while (!isClosed) {
      const next = queue[0];
      const child = next && freeChild(next.message.spec.key);
      if (!child) return;
      queue.shift();
      void child.run(next.message, next.listener, next.timeoutMs).then((outcome) => {
        // The process is being killed: out of the pool at once, or the next job would go to it.
        if (outcome.type === "timed-out" || outcome.type === "died") children.delete(child);
        next.resolve(outcome);
        dispatch();
      });
    }
  }

  return {
    run(work, listener, timeoutMs) {
      const waiting = queue.filter((job) => job.message.spec.key === work.spec.key).length;
      if (waiting >= queueSize) return Promise.resolve({ type: "queue-full" });
      lastCall += 1;
      const message: CallMessage = { ...work, call: lastCall };
      return new Promise((resolve) => {
        const job: Job = { message, listener, timeoutMs, resolve: settle };
        // Who waits too long for its turn is answered as if the model were slow, without harm to whom it waits for.
        const timer = setTimeout(() => {
          const at = queue.indexOf(job);
          if (at < 0) return;
          queue.splice(at, 1);
          resolve({ type: "timed-out" });
        }, timeoutMs);
        function settle(outcome: PoolOutcome): void {
          clearTimeout(timer);
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
