import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { isFromForeignPage } from "./foreign-page.ts";

test.each([
  ["a program", { host: "emulator:4566" }, false],
  ["a page of this machine", { host: "127.0.0.1:4566", origin: "http://localhost:3000" }, false],
  ["a link or a download", { host: "127.0.0.1:4566", "sec-fetch-site": "cross-site" }, false],
  ["a page of another site", { host: "127.0.0.1:4566", origin: "https://example.com" }, true],
  ["a page without an origin of its own", { host: "127.0.0.1:4566", origin: "null" }, true],
  ["a name that was led to this machine", { host: "evil.example:4566", "sec-fetch-site": "same-origin" }, true],
])("%s: %o is foreign: %s", (_who, headers, expected) => {
  expect(isFromForeignPage({ headers } as unknown as IncomingMessage)).toBe(expected);
});
