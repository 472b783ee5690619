import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { secretFile } from "./session-secret";

const folder = () => mkdtempSync(join(tmpdir(), "secret-"));

test("the secret is made once, readable by its owner alone", () => {
  const dir = join(folder(), "not-there-yet");
  const secret = secretFile(dir);
  expect(secret.length).toBeGreaterThan(40);
  expect(secretFile(dir)).toBe(secret);
  expect(statSync(join(dir, "session-secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir)).toStrictEqual(["session-secret"]);
});

test("two folders have different secrets", () => {
  expect(secretFile(folder())).not.toBe(secretFile(folder()));
});
