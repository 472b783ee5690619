import { PredictionError } from "../../contract/prediction-error.ts";

/** A stretch of a recording, with the samples on both sides that it shares with its neighbours. */
export type AudioPart = { samples: Float32Array; left: number; right: number };

/** Cuts a recording as `chunk_length_s` and `stride_length_s` (seconds; one number or left and right) ask; 0 leaves it whole. */
export function audioParts(samples: Float32Array, rate: number, parameters: Record<string, unknown>): AudioPart[] {
  const { chunk_length_s: chunkS, stride_length_s: strideS } = parameters;
  if (typeof chunkS !== "number" || chunkS <= 0) return [{ samples, left: 0, right: 0 }];
  const [leftS = 0, rightS = leftS] = Array.isArray(strideS) ? strideS.map(Number) : [Number(strideS ?? chunkS / 6)];
  const [size, left, right] = [chunkS, leftS, rightS].map((seconds) => Math.round(seconds * rate)) as [
    number,
    number,
    number,
  ];
  if (size < left + right) throw new PredictionError("Chunk length must be superior to stride length");
  const step = Math.max(1, size - left - right);
  const parts: AudioPart[] = [];
  for (let from = 0; from < samples.length; from += step) {
    const isLast = from + size >= samples.length;
    const shared = from === 0 ? 0 : left;
    const part = samples.subarray(from, from + size);
    // Nothing is left beside what the part before has already.
    if (part.length > shared) parts.push({ samples: part, left: shared, right: isLast ? 0 : right });
    if (isLast) break;
  }
  return parts;
}
