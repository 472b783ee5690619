import { expect, test } from "vitest";

import { DEFAULT_PRESET, PRESETS, periodStarts, resolveWindow, type WindowWish, zoomTo } from "./windows";

const NOW = Date.parse("2026-11-26T12:34:56.789Z");
const DAY = 86_400_000;
const wish = (over: Partial<WindowWish> = {}): WindowWish => ({
  range: DEFAULT_PRESET,
  from: null,
  to: null,
  compare: false,
  ...over,
});
const iso = (ms: number) => new Date(ms).toISOString();

test.each(PRESETS)("the last $label ends with the running period and is as long as it says", ({ id, lengthMs }) => {
  const window = resolveWindow(wish({ range: id }), NOW);
  const period = window.periodSeconds * 1_000;
  expect(window.toMs - window.fromMs).toBe(lengthMs);
  expect([window.fromMs % period, window.toMs % period]).toStrictEqual([0, 0]);
  expect(window.toMs).toBeGreaterThanOrEqual(NOW);
  expect(window.toMs - NOW).toBeLessThan(period);
});

test("all who ask within a period get the same window, and the next period another", () => {
  const at = (text: string) => resolveWindow(wish(), Date.parse(text));
  expect(at("2026-11-26T12:34:00.001Z")).toStrictEqual(at("2026-11-26T12:35:00.000Z"));
  expect(at("2026-11-26T12:35:00.001Z")).not.toStrictEqual(at("2026-11-26T12:35:00.000Z"));
});

test("two moments win over the preset and are widened to whole periods", () => {
  const window = resolveWindow(wish({ from: "2026-11-26T01:00:30Z", to: "2026-11-26T02:00:10Z" }), NOW);
  expect([iso(window.fromMs), iso(window.toMs), window.periodSeconds, window.isLive]).toStrictEqual([
    "2026-11-26T01:00:00.000Z",
    "2026-11-26T02:01:00.000Z",
    60,
    false,
  ]);
});

test("one moment alone, or none that can be read, leaves the preset", () => {
  const live = resolveWindow(wish(), NOW);
  expect(resolveWindow(wish({ from: "2026-11-26T01:00Z" }), NOW)).toStrictEqual(live);
  expect(resolveWindow(wish({ from: "yesterday", to: "today" }), NOW)).toStrictEqual(live);
});

test("the future, what is no longer kept, and less than five minutes are not asked for", () => {
  const future = resolveWindow(wish({ from: "2026-11-26T12:00Z", to: "2027-01-01T00:00Z" }), NOW);
  expect(iso(future.toMs)).toBe("2026-11-26T12:35:00.000Z");
  const ancient = resolveWindow(wish({ from: "2020-01-01T00:00Z", to: "2020-01-02T00:00Z" }), NOW);
  expect(NOW - ancient.fromMs).toBeLessThanOrEqual(456 * DAY);
  expect(ancient.toMs).toBeGreaterThan(ancient.fromMs);
  const short = resolveWindow(wish({ from: "2026-11-26T10:00Z", to: "2026-11-26T10:01Z" }), NOW);
  expect(short.toMs - short.fromMs).toBe(5 * 60_000);
  const backwards = resolveWindow(wish({ from: "2026-11-26T10:00Z", to: "2026-11-26T09:00Z" }), NOW);
  expect(backwards.toMs).toBeGreaterThan(backwards.fromMs);
});

test("comparing takes the period that the window before needs", () => {
  const tenDaysAgo = { from: iso(NOW - 10 * DAY), to: iso(NOW - 10 * DAY + 3_600_000) };
  expect(resolveWindow(wish(tenDaysAgo), NOW).periodSeconds).toBe(60);
  expect(resolveWindow(wish({ ...tenDaysAgo, compare: true }), NOW).periodSeconds).toBe(60);
  const fifteenDaysAgo = { from: iso(NOW - 15 * DAY), to: iso(NOW - 15 * DAY + 3_600_000) };
  expect(resolveWindow(wish(fifteenDaysAgo), NOW).periodSeconds).toBe(60);
  expect(resolveWindow(wish({ ...fifteenDaysAgo, compare: true }), NOW).periodSeconds).toBe(300);
});

test("a window has a start for each of its periods", () => {
  const window = resolveWindow(wish({ range: "1h" }), NOW);
  const starts = periodStarts(window);
  expect([starts.length, starts[0], starts.at(-1)]).toStrictEqual([
    60,
    window.fromMs / 1_000,
    window.toMs / 1_000 - 60,
  ]);
});

test("a drag becomes whole minutes, and a short one five minutes around its middle", () => {
  const at = (text: string) => Date.parse(text);
  expect(zoomTo(at("2026-11-26T10:00:40Z"), at("2026-11-26T10:20:10Z"))).toStrictEqual({
    from: "2026-11-26T10:00Z",
    to: "2026-11-26T10:21Z",
  });
  expect(zoomTo(at("2026-11-26T10:10:00Z"), at("2026-11-26T10:11:00Z"))).toStrictEqual({
    from: "2026-11-26T10:08Z",
    to: "2026-11-26T10:13Z",
  });
});
