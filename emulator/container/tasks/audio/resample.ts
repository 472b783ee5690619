import type { Sound } from "./sound.ts";

/** Zero crossings of the sinc on each side: more make the filter's edge steeper. */
const CROSSINGS = 16;
/** Share of the frequencies that are kept, so that the filter's edge lies before those that would fold back. */
const KEPT = 0.95;

/** Brings sound to another rate by a windowed sinc, which also takes away what the lower rate cannot hold. */
export function resample({ samples, rate }: Sound, wanted: number): Float32Array {
  if (rate === wanted || samples.length === 0) return samples;
  const step = rate / wanted;
  const cutoff = KEPT / Math.max(1, step);
  const reach = CROSSINGS / cutoff;
  const length = Math.max(1, Math.floor(samples.length / step));
  return Float32Array.from({ length }, (_, index) => {
    const center = index * step;
    let sum = 0;
    let weights = 0;
    const last = Math.min(samples.length - 1, Math.floor(center + reach));
    for (let at = Math.max(0, Math.ceil(center - reach)); at <= last; at += 1) {
      const distance = at - center;
      const weight = sinc(distance * cutoff) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
      sum += weight * (samples[at] ?? 0);
      weights += weight;
    }
    return sum / weights;
  });
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}
