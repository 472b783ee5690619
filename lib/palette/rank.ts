export type Rankable = { label: string; keywords?: string };

/**
 * The items that match every word of `query`, best first: a label that starts with it, then a word that does, then
 * anywhere. Without a query all stay as they are.
 */
export function rank<T extends Rankable>(items: readonly T[], query: string): T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  return items
    .map((item) => ({ item, score: score(item, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function score({ label, keywords = "" }: Rankable, words: string[]): number {
  const name = label.toLowerCase();
  const all = `${name} ${keywords.toLowerCase()}`;
  if (!words.every((word) => all.includes(word))) return 0;
  const [first = ""] = words;
  if (name.startsWith(first)) return 3;
  return name.split(/[^a-z0-9]+/).some((part) => part.startsWith(first)) ? 2 : 1;
}
