export type AnswerSpan = { first: number; last: number; score: number };

export type SpanLimits = { maxTokens: number; topK: number };

/** The best stretches from a start token to an end token, no longer than allowed; the score is the product of both. */
export function bestSpans(starts: number[], ends: number[], { maxTokens, topK }: SpanLimits): AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  starts.forEach((start, first) => {
    if (start === 0) return;
    for (let last = first; last < Math.min(ends.length, first + maxTokens); last += 1) {
      const score = start * (ends[last] ?? 0);
      if (score > 0) spans.push({ first, last, score });
    }
  });
  return spans.sort((a, b) => b.score - a.score).slice(0, topK);
}
