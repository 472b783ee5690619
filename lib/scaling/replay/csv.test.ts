import { expect, test } from "vitest";

import { parseTrafficCsv } from "./csv";

test("traffic in any order, with gaps, quotes and a byte-order mark", () => {
  const text = '\uFEFF"time",instances,invocations\r\n2026-01-01T00:02Z,2,30\r\n"2026-01-01T01:00+01:00",,"10"\r\n\r\n';
  expect(parseTrafficCsv(text)).toStrictEqual({
    ok: true,
    traffic: {
      fromMs: Date.parse("2026-01-01T00:00Z"),
      minutes: 3,
      invocations: [10, null, 30],
      instances: [null, null, 2],
    },
  });
});

test("each bad line is named with what is wrong", () => {
  const text =
    "time,invocations\n2026-01-01 00:00,5\n2026-01-01T00:01Z,many\n2026-01-01T00:02Z,1\n2026-01-01T00:02:30Z,1\n";
  expect(parseTrafficCsv(text)).toStrictEqual({
    ok: false,
    more: 0,
    problems: [
      { line: 2, message: '"2026-01-01 00:00" is no time: write it as 2026-01-31T14:05Z.' },
      { line: 3, message: '"many" is no number of invocations.' },
      { line: 5, message: "2026-01-01T00:02Z is there twice." },
    ],
  });
});

test.each([
  ["", "The first line must name the column time and the column invocations."],
  ["time,calls\n", "The first line must name the column invocations."],
  ["time,invocations\n", "There is no row of traffic."],
  ["time,invocations\n2026-01-01T00:00Z,1\n2026-03-01T00:00Z,1\n", "It spans 60 days; the most is 15."],
])("%j is refused", (text, message) => {
  expect(parseTrafficCsv(text)).toMatchObject({ ok: false, problems: [{ message }] });
});

test("of many bad lines the first twenty are told", () => {
  const outcome = parseTrafficCsv(`time,invocations\n${"x,1\n".repeat(50)}`);
  expect(outcome).toMatchObject({ ok: false, more: 30 });
});
