import { expect, test } from "vitest";

import { endOf, requestLogPath } from "./log-link";

const sentAt = "2026-11-27T00:00:00.500Z";

test("a request's log is what all instances wrote from its beginning to its end", () => {
  const endedAt = endOf(sentAt, 41.2);
  expect(requestLogPath("my space", { endpoint: "reviews", id: "r-1", sentAt, endedAt })).toBe(
    "/my%20space/endpoints/reviews?tab=logs&stream=all&since=2026-11-27T00%3A00%3A00.500Z&until=2026-11-27T00%3A00%3A00.542Z&request=r-1",
  );
});

test("of a request that has not ended it is the whole log, from a second before", () => {
  const request = {
    endpoint: "reviews",
    component: "mood",
    id: null,
    sentAt,
    endedAt: endOf(sentAt, null),
    names: "i-7",
  };
  expect(requestLogPath("local", request)).toBe(
    "/local/endpoints/reviews?tab=logs&stream=all&component=mood&search=i-7&at=2026-11-26T23%3A59%3A59.500Z",
  );
});
