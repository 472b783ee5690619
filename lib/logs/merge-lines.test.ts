import { expect, test } from "vitest";

import { addLive, addRead, type KeptPages, trimPages } from "./merge-lines";
import type { LogEvent, LogPage } from "./view";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString();
const line = (second: number, message = `line ${second}`) => ({ at: at(second), stream: "s", message });
const event = (second: number, id = `read ${second}`, message?: string): LogEvent => ({ id, ...line(second, message) });
const page = (newer: string, events: LogEvent[], isNewest = true): LogPage => ({ events, older: "o", newer, isNewest });
const kept = (...pages: LogPage[]): KeptPages<string> => ({ pages, pageParams: pages.map(({ newer }) => newer) });
const names = () => {
  let count = 0;
  return () => {
    count += 1;
    return `live ${count}`;
  };
};
const idsOf = ({ pages }: KeptPages<string>) => pages.flatMap(({ events }) => events.map(({ id }) => id));

test("lines of a live tail stand behind what was read, those known already once", () => {
  const shown = addLive(kept(page("1", [event(1), event(2)])), [line(2), line(4), line(3)], names());
  expect(idsOf(shown)).toStrictEqual(["read 1", "read 2", "live 2", "live 1"]);
  expect(shown.pages.at(-1)).toMatchObject({ newer: "1", isNewest: true, isLive: true });
  expect(shown.pages).toHaveLength(shown.pageParams.length);
});

test("what is read later takes the place of what was shown, under the same ids, with what a sample left out", () => {
  const shown = addLive(kept(page("1", [event(1)])), [line(2), line(4), line(6)], names());
  const read = addRead(shown, page("2", [event(2), event(3), event(4), event(5)]), "p", false);
  expect(idsOf(read)).toStrictEqual(["read 1", "live 1", "read 3", "live 2", "read 5", "live 3"]);
  expect(read.pages.map(({ newer, isLive = false }) => [newer, isLive])).toStrictEqual([
    ["1", false],
    ["2", false],
    ["2", true],
  ]);
  const all = addRead(read, page("3", [event(6)]), "q", false);
  expect(idsOf(all).at(-1)).toBe("live 3");
  expect(all.pages.some(({ isLive }) => isLive)).toBe(false);
});

test("equal lines of one moment are as many as there were", () => {
  const same = [event(1, "a", "x"), event(1, "b", "x")];
  const shown = addLive(kept(page("1", [])), [line(1, "x")], names());
  expect(idsOf(addRead(shown, page("2", same), "p", false))).toStrictEqual(["live 1", "b"]);
  const again = addRead(kept(page("1", same)), page("2", [...same, event(1, "c", "x")]), "p", true);
  expect(idsOf(again)).toStrictEqual(["a", "b", "c"]);
});

test("while more is yet to be read, a live tail adds nothing and what it showed goes", () => {
  const behind = kept(page("1", [event(1)], false));
  expect(addLive(behind, [line(9)], names())).toBe(behind);
  const shown = addLive(kept(page("1", [event(1)])), [line(9)], names());
  expect(idsOf(addRead(shown, page("2", [event(2)], false), "p", false))).toStrictEqual(["read 1", "read 2"]);
});

test("nothing new leaves the pages as they are", () => {
  const pages = kept(page("1", [event(1)]));
  expect(addRead(pages, page("1", []), "p", false)).toBe(pages);
  expect(addRead(pages, page("1", [event(1)]), "p", true)).toBe(pages);
  expect(addLive(pages, [line(1)], names())).toBe(pages);
});

test("the oldest pages are let go, as long as they can be read again", () => {
  const pages = kept(
    page("1", [event(1), event(2)]),
    page("2", [event(3), event(4)]),
    page("3", [event(5)]),
    page("4", [event(6)]),
  );
  expect(idsOf(trimPages(pages, 3))).toStrictEqual(["read 5", "read 6"]);
  expect(trimPages(pages, 6)).toBe(pages);
  expect(
    trimPages(kept(page("1", [event(1)]), { ...page("2", [event(2)]), older: null }, page("3", [])), 1).pages,
  ).toHaveLength(3);
});
