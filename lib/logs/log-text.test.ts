import { expect, test } from "vitest";

import { isAsLoud, lineMark, logLevel, savedLine, shownText, splitHits, writtenOut } from "./log-text";

test("errors and warnings are told by their words", () => {
  expect(logLevel("W-model stdout com.amazonaws ERROR something")).toBe("error");
  expect(logLevel("ValueError: bad")).toBe("error");
  expect(logLevel("[WARN ] slow")).toBe("warning");
  expect(logLevel("errors are counted here")).toBe("plain");
});

test("whoever looks for warnings gets errors too", () => {
  expect(["ERROR a", "WARN b", "c"].filter((line) => isAsLoud(line, "warning"))).toStrictEqual(["ERROR a", "WARN b"]);
  expect(["ERROR a", "WARN b", "c"].filter((line) => isAsLoud(line, "error"))).toStrictEqual(["ERROR a"]);
});

test("hits are cut out as they are written, whatever stands in the search", () => {
  expect(splitHits("a Foo(1) b foo(1)", "foo(1)")).toStrictEqual(["a ", "Foo(1)", " b ", "foo(1)", ""]);
  expect(splitHits("abc", "")).toStrictEqual(["abc"]);
});

test("colours of a terminal go, and of a progress bar the last state stays", () => {
  expect(shownText("\u001b[31mred\u001b[0m text")).toBe("red text");
  expect(shownText(" 10%|#  |\r 90%|###|\r100%|####|\r")).toBe("100%|####|");
  expect(shownText("plain")).toBe("plain");
});

test("only a line that is JSON as a whole is written out", () => {
  expect(writtenOut('{"loss":0.5}')).toBe('{\n  "loss": 0.5\n}');
  expect(writtenOut("{'loss': 0.5}")).toBeNull();
  expect(writtenOut('step 1 {"loss":0.5}')).toBeNull();
});

test("a mark is short and tells lines apart", () => {
  expect(lineMark("step 1")).toMatch(/^[a-z0-9]{1,7}$/);
  expect(lineMark("step 1")).not.toBe(lineMark("step 2"));
});

test("a saved line names its time, and its stream where there are several", () => {
  const event = { at: "2026-01-01T00:00:02.000Z", message: "second\n" };
  expect(savedLine(event)).toBe("2026-01-01T00:00:02.000Z second\n");
  expect(savedLine({ ...event, stream: "algo-1" })).toBe("2026-01-01T00:00:02.000Z [algo-1] second\n");
});
