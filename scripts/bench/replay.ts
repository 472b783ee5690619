// `npm run bench:replay`: what it costs to replay two weeks of traffic, once and for a sweep of 400 settings.
import { replay } from "@/lib/scaling/engine/replay.ts";

import { machineLine } from "./machine.ts";
import { quantile } from "./measure.ts";

const MINUTES = 14 * 24 * 60;
const MAX_REPLAY_MS = 10;
const MAX_SWEEP_MS = 5_000;
const ROUNDS = 20;

/** Days and nights with bursts, the same in each run. */
const total = Float64Array.from({ length: MINUTES }, (_, minute) => {
  const daily = 600 - 500 * Math.cos((minute / 1_440) * 2 * Math.PI);
  return daily + (minute % 601 < 20 ? 1_500 : 0) + ((minute * 7_919) % 97);
});

function run(target: number, max: number): number {
  const policy = {
    kind: "target-tracking" as const,
    name: "keep",
    metric: "invocations",
    target,
    scaleOutCooldownMinutes: 5,
    scaleInCooldownMinutes: 5,
    isScaleInDisabled: false,
  };
  return replay({
    rules: { min: 1, max, policies: [policy], isOutSuspended: false, isInSuspended: false },
    load: { invocations: { total, isPerInstance: true } },
    minutes: MINUTES,
    startCapacity: 1,
    startUpMinutes: 5,
  }).instanceMinutes;
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

const once = Array.from({ length: ROUNDS }, () => timed(() => run(100, 20)));
const sweep = timed(() => {
  for (let target = 0; target < 20; target += 1) for (let max = 1; max <= 20; max += 1) run(50 + target * 10, max);
});
const median = quantile(once, 0.5);
console.info(machineLine());
console.info(
  `14 days at one minute, one policy: median ${median.toFixed(2)} ms of ${ROUNDS} (at most ${MAX_REPLAY_MS} ms)`,
);
console.info(`Sweep of 400 settings: ${Math.round(sweep)} ms (at most ${MAX_SWEEP_MS} ms)`);
process.exit(median <= MAX_REPLAY_MS && sweep <= MAX_SWEEP_MS ? 0 : 1);
