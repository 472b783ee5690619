import type { Column, Grid } from "./grid.ts";
import { findWords, isStop } from "./question-words.ts";

/** A column that the question speaks of, and where its words stand. */
export type Mention = { column: Column; from: number; to: number };

/** Words by which people ask for a column without saying its name. */
const MEANINGS: [RegExp, RegExp][] = [
  [/^(old|older|oldest|young|younger|youngest)$/, /\b(age|born|birth|founded|built|opened|year)\b/],
  [/^(tall|taller|tallest|high|higher|highest|short|shorter|shortest)$/, /\b(height|elevation|altitude)\b/],
  [/^(long|longer|longest)$/, /\b(length|duration|distance)\b/],
  [/^(far|farther|farthest)$/, /\bdistance\b/],
  [/^(heavy|heavier|heaviest|weigh)$/, /\b(weight|mass)\b/],
  [/^(fast|faster|fastest)$/, /\b(speed|time)\b/],
  [/^(big|bigger|biggest|large|larger|largest|small|smaller|smallest)$/, /\b(area|size|population)\b/],
  [/^(expensive|cheap|cheaper|cheapest|cost|price)$/, /\b(price|cost)\b/],
  [/^(populous|inhabitant|people|live)$/, /\bpopulation\b/],
  [/^(earn|paid)$/, /\b(salary|income|wage)\b/],
  [/^(where)$/, /\b(country|city|place|location|capital|region|state)\b/],
  [
    /^(when|early|earlier|earliest|late|later|latest|new|newer|newest|recent)$/,
    /\b(date|year|born|founded|released|built|opened)\b/,
  ],
];

/** Columns by their names, longest first, then by what words mean. One stretch of the question names one column. */
export function findColumns(question: string[], { columns }: Grid): Mention[] {
  const found: Mention[] = [];
  const isTaken = (from: number, to: number): boolean =>
    found.some((mention) => from < mention.to && to > mention.from);
  const add = (column: Column, from: number, length: number): void => {
    if (from >= 0 && !isTaken(from, from + length)) found.push({ column, from, to: from + length });
  };
  for (const column of columns.toSorted((a, b) => b.words.length - a.words.length)) {
    for (let at = findWords(question, column.words); at >= 0; at = findWords(question, column.words, at + 1)) {
      add(column, at, column.words.length);
    }
  }
  for (const column of columns.filter((each) => !found.some((mention) => mention.column === each))) {
    const telling = column.words.filter(
      (word) => !isStop(word) && columns.every((other) => other === column || !other.words.includes(word)),
    );
    for (const word of telling) add(column, question.indexOf(word), 1);
  }
  question.forEach((word, at) => {
    const meaning = MEANINGS.find(([pattern]) => pattern.test(word))?.[1];
    const column = meaning && columns.find(({ name }) => meaning.test(name.toLowerCase()));
    if (column) add(column, at, 1);
  });
  return found.sort((a, b) => a.from - b.from);
}

/** The mention nearest to a place in the question; the one behind it wins a tie. */
export function nearest(mentions: Mention[], at: number): Mention | undefined {
  const distance = ({ from, to }: Mention): number => (from >= at ? from - at : at - to + 1.5);
  return mentions.toSorted((a, b) => distance(a) - distance(b))[0];
}
