import { expect, test } from "vitest";

import { EXPIRES_AT_TAG, expiryOf, extendedBy, isExpired, timeLeft } from "./expiry";

const NOW = Date.parse("2026-11-26T12:00:00Z");

test("the tag is an instant; what is none is no expiry, so that nothing is deleted by a slip", () => {
  const tag = (value: string) => expiryOf([{ key: EXPIRES_AT_TAG, value }]);
  expect(tag("2026-11-27T12:00:00Z")).toBe("2026-11-27T12:00:00.000Z");
  for (const slip of ["", "tomorrow", "2026-11-27", "2026-13-41T00:00:00Z", "0"]) expect(tag(slip)).toBeNull();
  expect(expiryOf([{ key: "expires-at", value: "2026-11-27T12:00:00Z" }])).toBeNull();
});

test("an extension counts from now when the time is over, and from the expiry when it is not", () => {
  expect(extendedBy("2026-11-20T12:00:00.000Z", 24, NOW)).toBe("2026-11-27T12:00:00.000Z");
  expect(extendedBy("2026-11-28T12:00:00.000Z", 24, NOW)).toBe("2026-11-29T12:00:00.000Z");
  expect(extendedBy(null, 168, NOW)).toBe("2026-12-03T12:00:00.000Z");
});

test("what is left is said in two units", () => {
  expect(timeLeft("2026-11-30T15:10:00Z", NOW)).toBe("4 d 3 h");
  expect(timeLeft("2026-11-26T12:25:30Z", NOW)).toBe("25 min");
  expect(isExpired("2026-11-26T12:00:00Z", NOW)).toBe(true);
  expect(isExpired("2026-11-26T12:00:01Z", NOW)).toBe(false);
});
