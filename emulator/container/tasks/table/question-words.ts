/** Words of a text in the form in which they are compared: lower case, without accents, in the singular. */
export function words(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "");
  return (plain.match(/\d+(?:[.,]\d+)*|[\p{L}]+/gu) ?? []).map(singular);
}

const KEPT = new Set(["is", "was", "has", "does", "less", "this", "us", "gas", "paris", "texas", "yes", "plus", "its"]);

function singular(word: string): string {
  if (KEPT.has(word) || word.length < 3 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Words that name nothing in a table. */
const STOP = new Set(
  "a an the of in on at to for by with from and or is are was were be been do does did has have had it its that this these those than there as how many much what which who whom whose when where list show give me name all each every any some number total amount value not no".split(
    " ",
  ),
);

export function isStop(word: string): boolean {
  return STOP.has(word);
}

/** Where a sequence of words stands in another one; -1: nowhere. */
export function findWords(within: string[], wanted: string[], from = 0): number {
  if (wanted.length === 0) return -1;
  for (let at = from; at + wanted.length <= within.length; at += 1) {
    if (wanted.every((word, offset) => within[at + offset] === word)) return at;
  }
  return -1;
}
