import { softmax } from "../scores.ts";

/** A stretch of tokens, both ends included. */
export type AnswerSpan = { first: number; last: number; score: number };

export type SpanLimits = { maxTokens: number; topK: number };

export type Scored = {
  spans: AnswerSpan[];
  /** How likely the model finds it that there is no answer: both ends on the first token. */
  nullScore: number;
};

/** The best answers within one window: only tokens of the context count, and the first one, which stands for "none". */
export function scoreSpans(
  starts: ArrayLike<number>,
  ends: ArrayLike<number>,
  context: { from: number; to: number },
  limits: SpanLimits,
): Scored {
  const share = (logits: ArrayLike<number>): number[] =>
    softmax(
      Array.from(logits, (logit, at) =>
        at === 0 || (at >= context.from && at < context.to) ? logit : Number.NEGATIVE_INFINITY,
      ),
    );
  const [start, end] = [share(starts), share(ends)];
  const nullScore = (start[0] ?? 0) * (end[0] ?? 0);
  start[0] = 0;
  end[0] = 0;
  return { spans: bestSpans(start, end, limits), nullScore };
}

/** The best stretches from a start token to an end token, no longer than allowed; the score is the product of both. */
export function bestSpans(starts: number[], ends: number[], { maxTokens, topK }: SpanLimits): AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  starts.forEach((start, first) => {
    for (let last = first; last < Math.min(ends.length, first + maxTokens); last += 1) {
      const score = start * (ends[last] ?? 0);
      if (score > 0) spans.push({ first, last, score });
    }
  });
  return spans.sort((a, b) => b.score - a.score).slice(0, topK);
}

export type Answer = { score: number; start: number; end: number; answer: string };

/** Adds an answer, or its score to that of an equal one: windows overlap, and spans grow to the same words. */
export function addAnswer(answers: Answer[], added: Answer): void {
  const same = answers.find(({ answer }) => answer.toLowerCase() === added.answer.toLowerCase());
  if (same) same.score += added.score;
  else answers.push(added);
}
