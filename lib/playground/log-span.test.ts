import { expect, test } from "vitest";

import type { Problem } from "@/lib/errors";

import { isAboutCall, logSpanOf } from "./log-span";

const problem: Problem = {
  code: "invalid",
  message: "no",
  requestId: "r-123",
  detail: {
    container: { message: "got an unexpected keyword argument 'x'\nmore" },
    span: { from: "2026-01-01T00:00:10.000Z", to: "2026-01-01T00:00:11.500Z" },
  },
};
const line = (message: string) => ({ id: "1", at: "2026-01-01T00:00:10.000Z", stream: "s", message });

test("lines are looked for from a second before the call to five after it", () => {
  expect(logSpanOf(problem)).toStrictEqual({ from: "2026-01-01T00:00:09.000Z", to: "2026-01-01T00:00:16.500Z" });
  expect(logSpanOf({ code: "invalid", message: "no" })).toBeNull();
});

test.each([
  ["W-model-1 ERROR something", true],
  ["request r-123 came in", true],
  ["TypeError: f() got an unexpected keyword argument 'x'", true],
  ['10.0.0.1:5 "POST /invocations HTTP/1.1" 400 12', true],
  ['10.0.0.1:5 "POST /invocations HTTP/1.1" 200 12', false],
  ["Model loaded in 3 s", false],
])("%s is about the call: %s", (message, isAbout) => {
  expect(isAboutCall(line(message), problem)).toBe(isAbout);
});
