import { expect, test } from "vitest";

import { requestLogPath } from "./log-link";

test("a request's log begins a second before it, with all instances", () => {
  expect(requestLogPath("my space", "reviews", "2026-11-27T00:00:00.500Z")).toBe(
    "/my%20space/endpoints/reviews?tab=logs&stream=all&at=2026-11-26T23%3A59%3A59.500Z",
  );
});
