// `npm run bench:replay`: what it costs to replay two weeks of traffic, once and for a sweep of 400 settings.
import { replay } from "@/lib/scaling/engine/replay.ts";
import { asChange, INVOCATIONS, prepare } from "@/lib/scaling/replay/run.ts";
import { sweepGrid, sweepPoint } from "@/lib/scaling/replay/sweep.ts";

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

/** The same by what the page's worker runs: a variant's history, the settings to try and the grid of a sweep. */
function sweepAsThePage(): number {
  const policy = {
    kind: "target-tracking" as const,
    name: "keep",
    metric: INVOCATIONS,
    target: 100,
    scaleOutCooldownMinutes: 5,
    scaleInCooldownMinutes: 5,
    isScaleInDisabled: false,
  };
  const prepared = prepare({
    variant: "AllTraffic",
    fromMs: 0,
    minutes: MINUTES,
    load: { [INVOCATIONS]: { values: Array.from(total), isShared: true } },
    actual: new Array<number | null>(MINUTES).fill(null),
    settings: { min: 1, max: 20, isOutSuspended: false, isInSuspended: false, policies: [policy], actions: [] },
    instances: 1,
    leftOut: [],
    assumed: [],
    startUp: { minutes: 5, measuredOn: 0 },
    price: null,
    metricCalls: 1,
    isSample: true,
  });
  const change = asChange(prepared);
  const { targets, maxima } = sweepGrid(change);
  for (const target of targets) for (const max of maxima) sweepPoint(prepared, change, { target, max }, 100, 5);
  return targets.length * maxima.length;
}

const once = Array.from({ length: ROUNDS }, () => timed(() => run(100, 20)));
let settings = 0;
const sweep = timed(() => {
  settings = sweepAsThePage();
});
const median = quantile(once, 0.5);
console.info(machineLine());
console.info(
  `14 days at one minute, one policy: median ${median.toFixed(2)} ms of ${ROUNDS} (at most ${MAX_REPLAY_MS} ms)`,
);
console.info(
  `Sweep of ${settings} settings, as the page does it: ${Math.round(sweep)} ms (at most ${MAX_SWEEP_MS} ms)`,
);
process.exit(median <= MAX_REPLAY_MS && sweep <= MAX_SWEEP_MS ? 0 : 1);
