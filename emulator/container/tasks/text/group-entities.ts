import type { ScoredToken } from "./token-scores.ts";

export type Strategy = "none" | "simple" | "first" | "average" | "max";

/** A stretch of tokens with one label. */
export type Labelled = { label: string; score: number; tokens: ScoredToken[] };

/** Tokens, or whole words for the strategies that never split one, each with its best label. */
export function labelTokens(tokens: ScoredToken[], labels: string[], strategy: Strategy): Labelled[] {
  if (strategy === "none" || strategy === "simple") return tokens.map((token) => best([token], token.scores, labels));
  const words: ScoredToken[][] = [];
  for (const token of tokens) {
    const word = words.at(-1);
    if (word && token.isSubword) word.push(token);
    else words.push([token]);
  }
  return words.map((word) => best(word, wordScores(word, strategy), labels));
}

function wordScores(word: ScoredToken[], strategy: Strategy): number[] {
  const [first] = word;
  if (!first) return [];
  if (strategy === "first") return first.scores;
  if (strategy === "max") {
    return word.reduce((a, b) => (Math.max(...b.scores) > Math.max(...a.scores) ? b : a)).scores;
  }
  return first.scores.map((_, label) => word.reduce((sum, token) => sum + (token.scores[label] ?? 0), 0) / word.length);
}

function best(tokens: ScoredToken[], scores: number[], labels: string[]): Labelled {
  const score = Math.max(...scores);
  return { label: labels[scores.indexOf(score)] ?? "", score, tokens };
}

/** Joins neighbours of one type; `B-` begins a new entity. The score is the mean. */
export function groupNeighbours(items: Labelled[]): Labelled[] {
  const groups: Labelled[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const continues = previous && typeOf(previous.label) === typeOf(item.label) && !item.label.startsWith("B-");
    if (group && continues) group.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => ({
    label: typeOf(group[0]?.label ?? ""),
    score: group.reduce((sum, item) => sum + item.score, 0) / group.length,
    tokens: group.flatMap((item) => item.tokens),
  }));
}

function typeOf(label: string): string {
  return label.replace(/^[BI]-/, "");
}
