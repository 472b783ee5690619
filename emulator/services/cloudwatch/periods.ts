import { Fault } from "../../protocol/fault.ts";
import type { Sample } from "../../telemetry/metric-store.ts";

/** Samples by the start of their period, in order of time. Periods without samples are absent: missing is not zero. */
export function byPeriod(samples: Sample[], periodMs: number): Map<number, Sample[]> {
  const buckets = new Map<number, Sample[]>();
  for (const sample of samples) {
    const start = Math.floor(sample.at / periodMs) * periodMs;
    const bucket = buckets.get(start);
    if (bucket) bucket.push(sample);
    else buckets.set(start, [sample]);
  }
  return buckets;
}

/** CloudWatch's periods: 1, 5, 10, 20, 30 or any multiple of 60 seconds. */
export function periodMs(seconds: number): number {
  if ([1, 5, 10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0)) return seconds * 1000;
  throw new Fault(
    "InvalidParameterValueException",
    `The value ${seconds} for parameter Period is invalid. It must be 1, 5, 10, 20, 30 or a multiple of 60.`,
  );
}

export type Range = { from: number; to: number };

/** Epoch seconds as a range in milliseconds that begins with a whole period. */
export function readRange(startSeconds: number, endSeconds: number, period: number): Range {
  if (startSeconds >= endSeconds) {
    throw new Fault(
      "InvalidParameterValueException",
      "The parameter StartTime must be less than the parameter EndTime.",
    );
  }
  return { from: Math.floor((startSeconds * 1000) / period) * period, to: endSeconds * 1000 };
}
