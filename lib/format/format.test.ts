import { describe, expect, test } from "vitest";

import { formatBytes } from "./bytes";
import { formatDate, formatRelative } from "./dates";
import { formatDuration } from "./duration";
import { formatUsd, formatUsdPerHour, formatUsdSum } from "./money";
import { formatCompact, formatNumber, formatPercent, formatReading, formatScore, plural } from "./numbers";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const ago = (ms: number) => formatRelative(NOW - ms, NOW);

describe("relative time", () => {
  test("does not tick in the first ten seconds", () => expect(ago(9_999)).toBe("just now"));
  test("counts whole units that have passed", () => {
    expect(ago(59_999)).toBe("59 seconds ago");
    expect(ago(119_000)).toBe("1 minute ago");
    expect(ago(23.9 * 3_600_000)).toBe("23 hours ago");
    expect(ago(86_400_000)).toBe("yesterday");
    expect(ago(400 * 86_400_000)).toBe("last year");
  });
  test("looks ahead too", () => expect(formatRelative(NOW + 7_200_000, NOW)).toBe("in 2 hours"));
});

test("a date without a time does not shift with the reader's zone", () =>
  expect(formatDate("2026-11-22")).toBe("Nov 22, 2026"));

test("bytes use binary units and no needless digits", () => {
  expect([0, 512, 1024, 1536, 25 * 1024 ** 2, 300 * 1024 ** 3].map(formatBytes)).toStrictEqual([
    "0 B",
    "512 B",
    "1 KiB",
    "1.5 KiB",
    "25 MiB",
    "300 GiB",
  ]);
});

test("durations show the two units that matter", () => {
  expect([12.4, 2_449, 59_900, 185_000, 7_800_000, 273_600_000].map(formatDuration)).toStrictEqual([
    "12 ms",
    "2.4 s",
    "59 s",
    "3 min 05 s",
    "2 h 10 min",
    "3 d 4 h",
  ]);
});

test("money keeps the decimals that small prices need", () => {
  expect([0, 0.0784, 0.23, 1.2, 1204.5].map(formatUsd)).toStrictEqual([
    "$0.00",
    "$0.0784",
    "$0.23",
    "$1.20",
    "$1,204.50",
  ]);
  expect(formatUsdPerHour(1.21)).toBe("$1.21/h");
  expect([0, 0.0049, 0.0235, 113.506].map(formatUsdSum)).toStrictEqual(["$0.00", "<$0.01", "$0.02", "$113.51"]);
});

test("numbers are grouped, shortened or turned into a share", () => {
  expect(formatNumber(12480)).toBe("12,480");
  expect(formatCompact(12480)).toBe("12.5K");
  expect(formatPercent(0.9731)).toBe("97.3%");
});

test("a reading keeps every digit of a count and the digits that matter of a measure", () => {
  expect([0, 14_728, 162_201, 1_234.567, 35.8712, 0.0050221, 0.00001].map(formatReading)).toStrictEqual([
    "0",
    "14,728",
    "162,201",
    "1,234.57",
    "35.87",
    "0.005022",
    "1E-5",
  ]);
});

test("words follow their count", () => {
  expect([plural(0, "endpoint"), plural(1, "endpoint"), plural(2, "policy", "policies")]).toStrictEqual([
    "0 endpoints",
    "1 endpoint",
    "2 policies",
  ]);
});

test("a score just short of certainty never reads as certainty", () => {
  expect([1, 0.99996, 0.999, 0.5, 0.0004, 0].map(formatScore)).toStrictEqual([
    "100%",
    ">99.9%",
    "99.9%",
    "50%",
    "<0.1%",
    "0%",
  ]);
});
