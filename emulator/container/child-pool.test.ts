import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createChildPool, type Lane } from "./child-pool.ts";
import type { CallOutcome, InferenceChild } from "./child-process.ts";
import type { CallMessage, ModelSpec } from "./messages.ts";

const spec: ModelSpec = {
  key: "afinn",
  source: { kind: "folder", path: join(import.meta.dirname, "../models/afinn-sentiment") },
  task: "text-classification",
  name: "afinn",
  server: { family: "toolkit" },
};
const listener = { onLine: () => undefined };
const pool = createChildPool({ size: 1, limits: { maxModels: 2, maxBytes: 1e9 } });

afterAll(() => {
  pool.close();
});

test("a model that is unloaded is held no longer, and can be loaded again", async () => {
  for (let round = 0; round < 2; round += 1) {
    expect((await pool.run({ type: "load", spec }, listener, 60_000)).type).toBe("loaded");
    expect(pool.holds(spec.key)).toBe(true);
    expect((await pool.run({ type: "unload", spec }, listener, 60_000)).type).toBe("unloaded");
    expect(pool.holds(spec.key)).toBe(false);
  }
}, 90_000);

test("work that waits is forgotten when who waits for it gives up", async () => {
  const leave = new AbortController();
  const first = pool.run({ type: "load", spec }, listener, 60_000);
  const second = pool.run({ type: "load", spec }, listener, 60_000, { signal: leave.signal });
  leave.abort();
  expect((await second).type).toBe("given-up");
  expect((await pool.run({ type: "load", spec }, listener, 60_000, { signal: leave.signal })).type).toBe("given-up");
  expect((await first).type).toBe("loaded");
}, 90_000);

/** A process whose calls end when the test says so, in their order. */
function heldChild(running: (() => void)[]): InferenceChild {
  let isBusy = false;
  return {
    pid: undefined,
    loaded: new Set(),
    isBusy: () => isBusy,
    run: ({ call }: CallMessage) =>
      new Promise<CallOutcome>((resolve) => {
        isBusy = true;
        running.push(() => {
          isBusy = false;
          resolve({ type: "unloaded", call });
        });
      }),
    stop: () => undefined,
    kill: () => undefined,
  };
}

test("more workers of a lane run more calls at once, up to the processes, also for calls that waited before", async () => {
  const running: (() => void)[] = [];
  const held = createChildPool({ size: 3, start: () => heldChild(running) });
  const ended: Promise<unknown>[] = [];
  const ask = (workers: number): void => {
    const lane: Lane = { id: "reviews", queueSize: 100, workers, responseTimeoutMs: 60_000 };
    ended.push(held.run({ type: "unload", spec }, listener, 60_000, { lane }));
  };
  /** How many run at once while the next call ends. */
  const endOne = async (): Promise<number> => {
    const before = running.length;
    running.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    return before;
  };
  for (let call = 0; call < 3; call += 1) ask(1);
  expect(await endOne()).toBe(1);
  ask(2);
  expect(await endOne()).toBe(2);
  ask(9);
  for (let call = 0; call < 3; call += 1) ask(9);
  expect(await endOne()).toBe(3);
  while (running.length > 0) await endOne();
  expect(await Promise.all(ended)).toHaveLength(8);
  held.close();
});
