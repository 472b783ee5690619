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
