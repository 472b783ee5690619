import { Fault } from "../../protocol/fault.ts";
import type { Sample } from "../../telemetry/metric-store.ts";

const SIMPLE: Record<string, (samples: Sample[]) => number> = {
  Sum: sum,
  SampleCount: count,
  Average: (samples) => sum(samples) / count(samples),
  // Not by spreading: a day may hold more samples than a call takes arguments.
  Minimum: (samples) => samples.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY),
  Maximum: (samples) => samples.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY),
};

const PERCENTILE = /^p(\d{1,2}(?:\.\d+)?|100)$/;

/** One statistic over the samples of a period; there must be at least one sample. */
export function statistic(name: string, samples: Sample[]): number {
  const simple = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
  if (simple) return simple(samples);
  const percent = PERCENTILE.exec(name)?.[1];
  if (percent === undefined) {
    throw new Fault("InvalidParameterValueException", `The value ${name} for parameter Stat is not supported.`);
  }
  return percentile(Number(percent), samples);
}

function sum(samples: Sample[]): number {
  return samples.reduce((total, { value, count: times }) => total + value * times, 0);
}

function count(samples: Sample[]): number {
  return samples.reduce((total, sample) => total + sample.count, 0);
}

/** Between the two nearest ranks, by linear interpolation. */
function percentile(percent: number, samples: Sample[]): number {
  const sorted = [...samples].sort((a, b) => a.value - b.value);
  const rank = (percent / 100) * (count(sorted) - 1);
  const [below, above] = [valueAt(sorted, Math.floor(rank)), valueAt(sorted, Math.ceil(rank))];
  return below + (above - below) * (rank - Math.floor(rank));
}

function valueAt(sorted: Sample[], rank: number): number {
  let left = rank;
  for (const { value, count: times } of sorted) {
    left -= times;
    if (left < 0) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}
