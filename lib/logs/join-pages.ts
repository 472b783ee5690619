import { lineMark } from "./log-text";
import type { LogEvent, LogPage } from "./view";

/** The lines of pages that follow each other, oldest first. Pages of several streams may overlap and be out of order. */
export function joinPages(pages: readonly LogPage[], isAllStreams: boolean): LogEvent[] {
  const events = pages.flatMap((page) => page.events);
  if (!isAllStreams) return events;
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  const isInOrder = once.every(({ at }, index) => index === 0 || at >= (once[index - 1]?.at ?? ""));
  return isInOrder ? once : once.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export type LinePlace = { at: string; mark: string | null };

/** What an address says of a line: its time, and its text in few letters. */
export function placeOf({ at, message }: LogEvent): LinePlace {
  return { at, mark: lineMark(message) };
}

/** Where a line stands among lines that are oldest first: exactly, or else the first at its time or later; -1: none. */
export function findPlace(lines: readonly LogEvent[], { at, mark }: LinePlace): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? "") < at) low = middle + 1;
    else high = middle;
  }
  for (let index = low; mark !== null && lines[index]?.at === at; index += 1) {
    if (lineMark(lines[index]?.message ?? "") === mark) return index;
  }
  return low < lines.length ? low : lines.length - 1;
}

/** Whether a time lies between the first and the last of the lines. */
export function reaches(lines: readonly LogEvent[], at: string): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  return first !== undefined && last !== undefined && first.at <= at && at <= last.at;
}
