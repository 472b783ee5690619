import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect } from "kysely";
import { expect, test } from "vitest";

import { onBothDatabases, pglitePool } from "@/lib/testing/test-database";

import { database } from "./database";
import { migrate } from "./migrate";
import type { Schema } from "./schema";

const run = promisify(execFile);
const attempt = (key: string, failures = 1) => ({ key, failures, locked_until: "", updated_at: "" });

onBothDatabases(() => {
  test("an upsert gives the changed row back", async () => {
    const db = await database();
    const add = () =>
      db
        .insertInto("sign_in_attempts")
        .values(attempt("a"))
        .onConflict((on) =>
          on.column("key").doUpdateSet((eb) => ({ failures: eb("sign_in_attempts.failures", "+", 1) })),
        )
        .returning("failures")
        .executeTakeFirstOrThrow();
    expect(await add()).toStrictEqual({ failures: 1 });
    expect(await add()).toStrictEqual({ failures: 2 });
  });

  test("a failed transaction leaves nothing behind", async () => {
    const db = await database();
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto("sign_in_attempts").values(attempt("b")).execute();
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await db.selectFrom("sign_in_attempts").selectAll().execute()).toStrictEqual([]);
  });

  test("an update says how many rows it changed", async () => {
    const db = await database();
    await db.insertInto("sign_in_attempts").values(attempt("c")).execute();
    const { numUpdatedRows } = await db
      .updateTable("sign_in_attempts")
      .set({ failures: 9 })
      .where("key", "=", "c")
      .where("failures", "=", 1)
      .executeTakeFirst();
    expect(Number(numUpdatedRows)).toBe(1);
  });

  test("migrating again changes nothing", async () => {
    const db = await database();
    await db.insertInto("sign_in_attempts").values(attempt("d")).execute();
    await migrate(db);
    expect(await db.selectFrom("sign_in_attempts").select("key").execute()).toStrictEqual([{ key: "d" }]);
  });
});

test("two consoles that start at once on one SQLite file both come up", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "console-db-")), "console.db");
  const start = () => run("npx", ["tsx", "lib/testing/migrate-file.ts", file]);
  const outputs = await Promise.all([start(), start(), start()]);
  expect(outputs.map(({ stdout }) => stdout.trim())).toStrictEqual(["0 members", "0 members", "0 members"]);
}, 60_000);

test("two consoles that start at once on one PostgreSQL both come up", async () => {
  const pool = pglitePool(new PGlite());
  const open = () => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const [one, two] = [open(), open()];
  await Promise.all([migrate(one), migrate(two)]);
  expect(await two.selectFrom("members").selectAll().execute()).toStrictEqual([]);
  await one.destroy();
}, 60_000);
