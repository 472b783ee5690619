import { expect, test } from "vitest";

import type { AwsTarget } from "@/lib/aws/client";
import { forgetReads } from "@/lib/aws/read-cache";

import { sharedView } from "./shared-view";

const MINUTE = 60_000;
const NOON = Date.parse("2026-11-26T12:00:00Z");

/** A view that says how often it was read; each test has a workspace of its own. */
function counted(id: string, view = { isLive: true, periodSeconds: 60 }) {
  const target: AwsTarget = { id, region: "us-east-1", isEmulator: false, endpointUrl: null, roleArn: null };
  let reads = 0;
  return {
    at: async (nowMs: number, input: unknown = "3h") =>
      (
        await sharedView(target, "Test", input, nowMs, async () => {
          reads += 1;
          return { ...view, reads };
        })
      ).reads,
    reads: () => reads,
  };
}

/** Viewers who came at different moments and each ask again after `everyMs` and a little. */
async function poll(of: ReturnType<typeof counted>, viewers: number, everyMs: number, rounds: number) {
  const asks = Array.from({ length: viewers * rounds }, (_, index) => {
    const viewer = index % viewers;
    return NOON + 1 + (viewer * everyMs) / viewers + Math.floor(index / viewers) * (everyMs + 20);
  });
  for (const at of asks.toSorted((a, b) => a - b)) await of.at(at);
}

test.each([
  ["minutes", 60, MINUTE],
  ["a quarter of an hour", 900, 75_000],
  ["hours", 3_600, 5 * MINUTE],
  ["six hours", 21_600, 30 * MINUTE],
])("200 viewers of periods of %s cost what one does", async (name, periodSeconds, everyMs) => {
  const [one, many] = ["one", "many"].map((id) => counted(`${id} ${name}`, { isLive: true, periodSeconds }));
  if (!one || !many) throw new Error("Two were made.");
  await poll(one, 1, everyMs, 30);
  await poll(many, 200, everyMs, 30);
  expect(one.reads()).toBe(30);
  // The last of them ask a little beyond the last moment of the one.
  expect(many.reads()).toBeLessThanOrEqual(31);
});

test("what is asked for differently is read by itself", async () => {
  const view = counted("differently");
  expect([await view.at(NOON, "3h"), await view.at(NOON + 1, "12h"), await view.at(NOON + 2, "3h")]).toStrictEqual([
    1, 2, 1,
  ]);
});

test("people who come at once share the read under way", async () => {
  const view = counted("at once");
  await Promise.all(Array.from({ length: 20 }, (_, index) => view.at(NOON + index)));
  expect(view.reads()).toBe(1);
});

test("a change in the workspace is seen by the next look", async () => {
  const view = counted("changed");
  await view.at(NOON);
  forgetReads("changed");
  expect(await view.at(NOON + 1)).toBe(2);
});

test("what failed is asked for again", async () => {
  const target: AwsTarget = { id: "failed", region: "x", isEmulator: false, endpointUrl: null, roleArn: null };
  const view = { isLive: true, periodSeconds: 60 };
  const failing = sharedView(target, "Test", null, NOON, () => Promise.reject(new Error("throttled")));
  await expect(failing).rejects.toThrow("throttled");
  await expect(sharedView(target, "Test", null, NOON + 1, async () => view)).resolves.toBe(view);
});
