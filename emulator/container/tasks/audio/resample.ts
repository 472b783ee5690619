import type { Sound } from "./decode-wav.ts";

/** Brings sound to another rate by linear interpolation; going down, neighbours are averaged first against aliasing. */
export function resample({ samples, rate }: Sound, wanted: number): Float32Array {
  if (rate === wanted || samples.length === 0) return samples;
  const step = rate / wanted;
  const source = step > 1 ? smooth(samples, Math.round(step)) : samples;
  const length = Math.max(1, Math.floor(samples.length / step));
  return Float32Array.from({ length }, (_, index) => {
    const place = index * step;
    const left = Math.floor(place);
    const [a = 0, b = a] = source.subarray(left, left + 2);
    return a + (b - a) * (place - left);
  });
}

function smooth(samples: Float32Array, width: number): Float32Array {
  if (width < 2) return samples;
  let sum = 0;
  const half = Math.floor(width / 2);
  const result = new Float32Array(samples.length);
  for (let index = 0; index < samples.length + half; index += 1) {
    sum += samples[index] ?? 0;
    sum -= samples[index - width] ?? 0;
    if (index >= half) result[index - half] = sum / width;
  }
  return result;
}
