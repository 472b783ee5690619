import { shownText } from "./log-text";
import type { LogEvent } from "./view";

/** Lines in sight, as they are counted from the oldest. */
export type Sight = { first: number; last: number };
/** To newer lines or to older ones. */
export type Direction = 1 | -1;

/** Which of the lines hold a text, ignoring case. */
export function hitsIn(lines: readonly LogEvent[], search: string): number[] {
  const text = search.toLowerCase();
  if (text === "") return [];
  return lines.flatMap(({ message }, index) => (shownText(message).toLowerCase().includes(text) ? [index] : []));
}

/** The hit after the selected line, or with none selected (-1) the first in sight or beyond. */
export function nextHit(hits: readonly number[], direction: Direction, selected: number, { first, last }: Sight) {
  if (direction > 0) {
    const from = selected >= 0 ? selected : first - 1;
    return hits.find((hit) => hit > from);
  }
  const from = selected >= 0 ? selected : last + 1;
  return hits.findLast((hit) => hit < from);
}

/** The nearest of all hits that is not among the loaded lines; at the log's end it begins again at the other. */
export function beyond(all: readonly LogEvent[], lines: readonly LogEvent[], direction: Direction, isAnySide: boolean) {
  const [first, last] = [lines[0]?.at ?? "", lines.at(-1)?.at ?? ""];
  const newer = all.find(({ at }) => at > last);
  const older = all.findLast(({ at }) => at < first);
  if (direction > 0) return newer ?? (isAnySide ? older : undefined) ?? all[0];
  return older ?? (isAnySide ? newer : undefined) ?? all.at(-1);
}
