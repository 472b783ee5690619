import { expect, test } from "vitest";

import { database } from "@/lib/db/database";
import { onBothDatabases } from "@/lib/testing/test-database";

import { clearAttempts, countAttempt, waitAfter } from "./sign-in-attempts";

const NOW = Date.parse("2026-01-01T00:00:00Z");

test("waits grow from five seconds to the longest", () => {
  const limit = { free: 5, longestSeconds: 60 };
  expect([1, 4, 5, 6, 7, 8, 9, 99].map((n) => waitAfter(n, limit))).toStrictEqual([0, 0, 5, 10, 20, 40, 60, 60]);
});

onBothDatabases(() => {
  const attempts = async (n: number) => {
    for (let i = 0; i < n; i++) await countAttempt("ada", "10.0.0.1", NOW);
  };

  test("five wrong passwords are free, the sixth attempt has to wait", async () => {
    await attempts(5);
    expect(await countAttempt("ada", "10.0.0.1", NOW)).toBe(5);
    expect(await countAttempt("ada", "10.0.0.1", NOW + 3_000)).toBe(2);
    expect(await countAttempt("ada", "10.0.0.1", NOW + 5_000)).toBe(0);
    expect(await countAttempt("ada", "10.0.0.1", NOW + 5_000)).toBe(10);
  });

  test("twenty attempts at once do not slip through", async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => countAttempt("ada", "10.0.0.1", NOW)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  test("another account and another address are not held up", async () => {
    await attempts(6);
    expect(await countAttempt("grace", "10.0.0.1", NOW)).toBe(0);
    expect(await countAttempt("ada", "10.0.0.2", NOW)).toBe(0);
  });

  test("what nobody tried for a day is forgotten", async () => {
    await attempts(6);
    await countAttempt("grace", "10.0.0.1", NOW + 25 * 60 * 60_000);
    const rows = await (await database()).selectFrom("sign_in_attempts").select("key").execute();
    expect(rows.map(({ key }) => key).sort()).toStrictEqual(["account grace", "pair grace 10.0.0.1"]);
  });

  test("the right password starts the count again", async () => {
    await attempts(4);
    await clearAttempts("ada", "10.0.0.1");
    await attempts(4);
    expect(await countAttempt("ada", "10.0.0.1", NOW)).toBe(0);
  });
});
