import { expect, test } from "vitest";

import { logLevel, logText, splitHits } from "./log-text";

const event = (at: string, message: string) => ({ id: at, at, stream: "s", message });

test("saved lines stand oldest first, with their times when asked for", () => {
  const events = [event("2026-01-01T00:00:02.000Z", "second"), event("2026-01-01T00:00:01.000Z", "first")];
  expect(logText(events, false)).toBe("first\nsecond");
  expect(logText(events, true)).toBe("2026-01-01T00:00:01.000Z first\n2026-01-01T00:00:02.000Z second");
});

test("errors and warnings are told by their words", () => {
  expect(logLevel("W-model stdout com.amazonaws ERROR something")).toBe("error");
  expect(logLevel("ValueError: bad")).toBe("error");
  expect(logLevel("[WARN ] slow")).toBe("warning");
  expect(logLevel("errors are counted here")).toBe("plain");
});

test("hits are cut out as they are written, whatever stands in the search", () => {
  expect(splitHits("a Foo(1) b foo(1)", "foo(1)")).toStrictEqual(["a ", "Foo(1)", " b ", "foo(1)", ""]);
  expect(splitHits("abc", "")).toStrictEqual(["abc"]);
});
