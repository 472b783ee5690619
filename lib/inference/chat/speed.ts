import type { AnswerFacts } from "./conversation";

/** How many tokens an answer has: as the container counted, else the pieces that came; null when neither is known. */
export function tokenCount({
  answerTokens,
  pieces,
  firstTextMs,
}: AnswerFacts): { count: number; isCounted: boolean } | null {
  if (answerTokens !== null) return { count: answerTokens, isCounted: true };
  // One piece is the whole answer when nothing was streamed.
  return firstTextMs !== null && pieces > 0 ? { count: pieces, isCounted: false } : null;
}

/** Over a shorter time the number says how the network bundled the pieces, not how fast the model is. */
const MIN_SECONDS = 0.05;

/** Tokens (or pieces) per second after the first one; null when too little came to say. */
export function answerSpeed(facts: AnswerFacts): number | null {
  const tokens = tokenCount(facts);
  if (!tokens || tokens.count < 2 || facts.firstTextMs === null || facts.totalMs === null) return null;
  const seconds = (facts.totalMs - facts.firstTextMs) / 1000;
  return seconds >= MIN_SECONDS ? (tokens.count - 1) / seconds : null;
}
