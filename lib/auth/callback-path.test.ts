import { expect, test } from "vitest";

import { safeCallbackPath } from "./callback-path";

test.each([
  ["/local/endpoints?status=InService", "/local/endpoints?status=InService"],
  ["/local/endpoints#x", "/local/endpoints"],
  [null, "/"],
  ["", "/"],
  ["https://evil.example/x", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/..//evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?callbackUrl=/x", "/"],
  ["/api/auth/signout", "/"],
])("after sign-in %s leads to %s", (wished, path) => {
  expect(safeCallbackPath(wished)).toBe(path);
});
