/** How many characters must be put in, taken out or changed to turn one text into the other (Levenshtein). */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, character] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** One minus the character error rate, all texts taken together. */
export function characterAccuracy(pairs: { text: string; wanted: string }[]): number {
  const errors = pairs.reduce((sum, { text, wanted }) => sum + editDistance(text, wanted), 0);
  return 1 - errors / pairs.reduce((sum, { wanted }) => sum + wanted.length, 0);
}

/** Words that two texts share, as the F1 of one against the other (ROUGE-1). */
export function wordF1(text: string, wanted: string): number {
  const left = wordsOf(wanted);
  const words = wordsOf(text);
  let shared = 0;
  for (const word of words) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    shared += at >= 0 ? 1 : 0;
  }
  return shared === 0 ? 0 : (2 * shared) / (words.length + wordsOf(wanted).length);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
