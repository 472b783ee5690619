import { expect, test } from "vitest";

import { beyond, hitsIn, nextHit } from "./find-hits";

const event = (second: number, message = "hit") => ({
  id: `${second}`,
  at: `2026-01-01T00:00:0${second}.000Z`,
  stream: "s",
  message,
});

test("hits ignore case and what steers a terminal", () => {
  const lines = ["Loss 1", "step", "\u001b[31mlo\u001b[0mss 2"].map((message, index) => event(index, message));
  expect(hitsIn(lines, "LOSS")).toStrictEqual([0, 2]);
  expect(hitsIn(lines, "")).toStrictEqual([]);
});

test("from the selected line it goes to its neighbours, without one to the first in sight", () => {
  const hits = [2, 5, 9];
  const sight = { first: 4, last: 7 };
  expect([nextHit(hits, 1, 5, sight), nextHit(hits, -1, 5, sight)]).toStrictEqual([9, 2]);
  expect([nextHit(hits, 1, -1, sight), nextHit(hits, -1, -1, sight)]).toStrictEqual([5, 5]);
  expect(nextHit(hits, 1, 9, sight)).toBeUndefined();
});

test("beyond the loaded lines the nearest hit is taken, and at the end it begins again", () => {
  const all = [1, 2, 5, 8].map((second) => event(second));
  const loaded = [event(4, "a"), event(6, "b")];
  const second = (direction: 1 | -1, isAnySide: boolean, lines = loaded) =>
    beyond(all, lines, direction, isAnySide)?.id;
  expect([second(1, false), second(-1, false)]).toStrictEqual(["8", "2"]);
  const toTheEnd = [event(4, "a"), event(9, "b")];
  expect([second(1, false, toTheEnd), second(1, true, toTheEnd)]).toStrictEqual(["1", "2"]);
  expect(beyond([], loaded, 1, true)).toBeUndefined();
});
