import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";

import { onBothDatabases } from "@/lib/testing/test-database";

import { openSqlite } from "../sqlite/open-sqlite";
import { database } from "./database";
import { migrate } from "./migrate";
import type { Database, Schema } from "./schema";
import { NodeSqliteDialect } from "./sqlite-dialect";
import { unhurriedTransaction } from "./unhurried-transaction";

const attempt = (key: string) => ({ key, failures: 1, locked_until: "", updated_at: "" });
const add = (key: string) => async (trx: Database) => {
  await trx.insertInto("sign_in_attempts").values(attempt(key)).execute();
};
const keys = async (db: Database) =>
  (await db.selectFrom("sign_in_attempts").select("key").orderBy("key").execute()).map(({ key }) => key);

onBothDatabases(() => {
  test("what it wrote is there", async () => {
    const db = await database();
    await Promise.all(["a", "b", "c"].map((key) => unhurriedTransaction(db, add(key))));
    expect(await keys(db)).toStrictEqual(["a", "b", "c"]);
  });

  test("one that fails leaves nothing behind", async () => {
    const db = await database();
    const failing = unhurriedTransaction(db, async (trx) => {
      await add("d")(trx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await keys(db)).toStrictEqual([]);
  });
});

test("in a file, other processes see it, and every other commit still waits for the disk", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "console-db-")), "console.db");
  const open = () => new Kysely<Schema>({ dialect: new NodeSqliteDialect(openSqlite(file)) });
  const [db, other] = [open(), open()];
  await migrate(db);
  const FULL = 2;
  const level = async (on: Database) => {
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(on);
    return rows[0]?.synchronous;
  };
  let inside: number | undefined;
  await unhurriedTransaction(db, async (trx) => {
    inside = await level(trx);
    await add("e")(trx);
  });
  expect([inside, await level(db)]).toStrictEqual([1, FULL]);
  await expect(unhurriedTransaction(db, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await level(db)).toBe(FULL);
  expect(await keys(other)).toStrictEqual(["e"]);
  await Promise.all([db.destroy(), other.destroy()]);
});
