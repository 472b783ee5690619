import { expect, test } from "vitest";
import { manualClock, runningClock } from "./clock.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 15, 9);

test("a move passes each minute on its way, and no more than those of its last day", () => {
  const clock = manualClock(START + 1);
  const seen: number[] = [];
  clock.onMove(() => seen.push(clock.now()), new AbortController().signal);
  clock.advance(2 * MINUTE);
  expect(seen).toStrictEqual([START + MINUTE, START + 2 * MINUTE, START + 2 * MINUTE + 1]);
  seen.length = 0;
  clock.advance(30 * 24 * 60 * MINUTE);
  expect(seen.length).toBe(24 * 60 + 1);
});

test("a travelling clock passes the same minutes in few stretches, and lets others have their turn between them", async () => {
  const clock = manualClock(START);
  const stopping = new AbortController();
  const seen: number[] = [];
  let stretches = 0;
  let turns = 0;
  clock.onMove(() => {
    seen.push(clock.now());
    for (const until = performance.now() + 5; performance.now() < until; );
  }, stopping.signal);
  clock.wrapMoves((stretch) => {
    stretches += 1;
    stretch();
  }, stopping.signal);
  const others = setInterval(() => {
    turns += 1;
  }, 1);
  await Promise.all([clock.travel((now) => now + 50 * MINUTE), clock.travel((now) => now + 10 * MINUTE)]);
  clearInterval(others);
  expect(seen).toStrictEqual(Array.from({ length: 60 }, (_, index) => START + (index + 1) * MINUTE));
  expect(turns).toBeGreaterThan(1);
  expect(stretches).toBeLessThan(seen.length);
});

test("a clock that runs is not put back by a move that takes its time, and may be by one that says so", async () => {
  const clock = runningClock();
  const started = clock.now();
  await clock.travel((now) => now + 3 * MINUTE);
  expect(clock.now()).toBeGreaterThanOrEqual(started + 3 * MINUTE);
  await clock.travel(() => started - MINUTE);
  expect(clock.now()).toBeLessThan(started);
});
