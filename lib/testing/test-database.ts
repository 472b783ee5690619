import { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";

import { holdDatabase } from "@/lib/db/database";
import { migrate } from "@/lib/db/migrate";
import type { Database, Schema } from "@/lib/db/schema";
import { NodeSqliteDialect } from "@/lib/db/sqlite-dialect";
import { openSqlite } from "@/lib/sqlite/open-sqlite";

const TABLES = [
  "members",
  "workspaces",
  "audit",
  "operations",
  "settings",
  "sign_in_attempts",
  "playground_calls",
  "playground_examples",
  "async_requests",
  "cost_fleets",
  "price_lists",
  "leases",
  "dashboards",
  "parked_endpoints",
] as const satisfies (keyof Schema)[];

const ENGINES = {
  SQLite: () => new NodeSqliteDialect(openSqlite(":memory:")),
  PostgreSQL: () => new PostgresDialect({ pool: pglitePool(new PGlite()) }),
};

/** Runs the same tests on SQLite and on PostgreSQL; `database()` answers with that engine, empty before each test. */
export function onBothDatabases(tests: () => void): void {
  for (const [name, dialect] of Object.entries(ENGINES)) {
    describe(`on ${name}`, () => {
      withDatabase(() => new Kysely<Schema>({ dialect: dialect() }));
      tests();
    });
  }
}

function withDatabase(open: () => Database): void {
  let db: Database;
  beforeAll(async () => {
    db = open();
    await migrate(db);
  }, 60_000);
  beforeEach(async () => {
    holdDatabase(db);
    for (const table of TABLES) await db.deleteFrom(table).execute();
  });
  afterAll(async () => {
    holdDatabase(undefined);
    await db.destroy();
  });
}

/** PGlite has one connection: the pool hands it to one borrower at a time. */
export function pglitePool(pglite: PGlite): PostgresPool {
  let free: Promise<void> = Promise.resolve();
  return {
    async connect() {
      const before = free;
      let release: () => void = () => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return {
        async query(sql: string, parameters: readonly unknown[]) {
          const { rows, affectedRows } = await pglite.query(sql, [...parameters]);
          const command = sql.trim().split(/\s/)[0]?.toUpperCase() ?? "";
          return { command, rowCount: affectedRows ?? rows.length, rows };
        },
        release: () => release(),
      } as never;
    },
    async end() {
      await pglite.close();
    },
  } as PostgresPool;
}
