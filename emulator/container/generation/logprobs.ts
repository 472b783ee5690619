export type TokenScore = { id: number; logprob: number };

/** Natural logarithms of the probabilities that scores stand for. */
export function logSoftmax(scores: ArrayLike<number>): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < scores.length; id += 1) top = Math.max(top, scores[id] ?? 0);
  let sum = 0;
  for (let id = 0; id < scores.length; id += 1) sum += Math.exp((scores[id] ?? 0) - top);
  const shift = top + Math.log(sum);
  return Float64Array.from(scores, (score) => score - shift);
}

/** The likeliest tokens, best first; impossible ones are left out, since JSON has no infinity. */
export function topScores(logprobs: Float64Array, count: number): TokenScore[] {
  if (count === 0) return [];
  return [...logprobs.keys()]
    .filter((id) => Number.isFinite(logprobs[id]))
    .sort((a, b) => (logprobs[b] ?? 0) - (logprobs[a] ?? 0))
    .slice(0, count)
    .map((id) => ({ id, logprob: logprobs[id] ?? 0 }));
}
