import type { TargetTracking } from "@/lib/scaling/engine/policy.ts";
import { replay } from "@/lib/scaling/engine/replay.ts";

/** What a made-up endpoint lived through in a minute. */
export type SampleStep = {
  /** Epoch milliseconds. */
  at: number;
  calls: number;
  errors4xx: number;
  errors5xx: number;
  instances: number;
  /** How each call's time was: values in microseconds, with how many calls had them. */
  modelLatency: { value: number; count: number }[];
  concurrent: number;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Two weeks: what fits into CloudWatch's 15 days of minutes. */
export const SAMPLE_MS = 14 * DAY_MS;
/** How the made-up endpoint was scaled, in calls a minute for each instance. */
export const SAMPLE_SCALING = { target: 9, min: 1, max: 4, startUpMinutes: 4 };

/** Before the end: when it failed for 40 minutes, when nobody called for five hours, and when a faster model came. */
const INCIDENT = { from: 58 * HOUR_MS, to: 58 * HOUR_MS - 40 * MINUTE_MS };
const SILENCE = { from: 150 * HOUR_MS, to: 145 * HOUR_MS };
const FASTER_AT = 9 * DAY_MS;

const TYPICAL_US = 38_000;
const LATENCY_STEPS = [
  { factor: 0.7, weight: 0.3 },
  { factor: 0.95, weight: 0.35 },
  { factor: 1.2, weight: 0.2 },
  { factor: 1.9, weight: 0.1 },
  { factor: 3.6, weight: 0.05 },
];

/** Two weeks that end at `end`, always the same for the same end: days and nights, weekends, an incident, a silence. */
export function sampleSteps(end: number): SampleStep[] {
  const random = seeded(20_261);
  const last = Math.floor(end / MINUTE_MS) * MINUTE_MS;
  const steps: SampleStep[] = [];
  for (let at = last - SAMPLE_MS; at < last; at += MINUTE_MS) steps.push(sampleStep(at, last - at, random));
  const { running } = replay({
    rules: { ...SAMPLE_SCALING, policies: [policy()], isOutSuspended: false, isInSuspended: false },
    load: { calls: { total: steps.map(({ calls }) => (calls > 0 ? calls : null)), isPerInstance: true } },
    minutes: steps.length,
    startCapacity: 2,
    startUpMinutes: SAMPLE_SCALING.startUpMinutes,
  });
  return steps.map((step, minute) => ({ ...step, instances: running[minute] ?? 1 }));
}

function policy(): TargetTracking {
  return {
    kind: "target-tracking",
    name: "sample",
    metric: "calls",
    target: SAMPLE_SCALING.target,
    scaleOutCooldownMinutes: 5,
    scaleInCooldownMinutes: 5,
    isScaleInDisabled: false,
  };
}

function sampleStep(at: number, age: number, random: () => number): SampleStep {
  const rate = isWithin(age, SILENCE) ? 0 : ratePerMinute(at);
  const calls = rate === 0 ? 0 : Math.max(0, Math.round(rate * (0.8 + 0.4 * random()) + random() - 0.5));
  const isFailing = isWithin(age, INCIDENT);
  const errors5xx = Math.min(calls, Math.round(calls * (isFailing ? 0.3 : random() < 0.02 ? 0.03 : 0)));
  const errors4xx = Math.min(calls - errors5xx, random() < 0.04 ? 1 : 0);
  const slow = (isFailing ? 6 : 1) * (age > FASTER_AT ? 1.5 : 1) * (0.92 + 0.16 * random());
  return {
    at,
    calls,
    errors4xx,
    errors5xx,
    instances: 1,
    modelLatency: spread(calls, random).map(({ factor, count }) => ({
      value: Math.round(TYPICAL_US * slow * factor),
      count,
    })),
    concurrent: Math.max(1, Math.round((rate / 8) * (isFailing ? 3 : 1) + random())),
  };
}

/** Most in the early afternoon of UTC, least at night; a third of it on weekends. */
function ratePerMinute(at: number): number {
  const hour = (at % DAY_MS) / HOUR_MS;
  const day = new Date(at).getUTCDay();
  const curve = (1 + Math.cos(((hour - 14) / 24) * 2 * Math.PI)) / 2;
  return (2 + 22 * curve ** 2) * (day === 0 || day === 6 ? 0.35 : 1);
}

/** Shares calls out over how long they can take. */
function spread(calls: number, random: () => number): { factor: number; count: number }[] {
  const counts = LATENCY_STEPS.map(({ weight }) => Math.floor(calls * weight));
  let left = calls - counts.reduce((sum, each) => sum + each, 0);
  for (; left > 0; left -= 1) {
    const index = Math.floor(random() ** 1.6 * LATENCY_STEPS.length);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return LATENCY_STEPS.flatMap(({ factor }, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [{ factor, count }] : [];
  });
}

function isWithin(age: number, { from, to }: { from: number; to: number }): boolean {
  return age <= from && age > to;
}

/** A small generator of numbers from 0 to 1 that always gives the same ones (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
