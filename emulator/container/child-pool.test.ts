import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createChildPool } from "./child-pool.ts";
import type { ModelSpec } from "./messages.ts";

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
