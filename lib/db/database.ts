import "server-only";
import { join } from "node:path";
import { type Dialect, Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";

import { env } from "@/lib/env";
import { openSqlite } from "@/lib/sqlite/open-sqlite";

import { migrate } from "./migrate";
import type { Database, Schema } from "./schema";
import { NodeSqliteDialect } from "./sqlite-dialect";

// On globalThis, because Next loads this module once per bundle (pages, routes, instrumentation) and again on each edit.
const held = globalThis as typeof globalThis & { __consoleDatabase?: Promise<Database> };

/** The console's own database, opened and migrated on first use: PostgreSQL by DATABASE_URL, else SQLite in DATA_DIR. */
export function database(): Promise<Database> {
  held.__consoleDatabase ??= open().catch((cause: unknown) => {
    held.__consoleDatabase = undefined; // so that the next call tries again
    throw cause;
  });
  return held.__consoleDatabase;
}

/** Makes `database()` answer with this one: for tests. */
export function holdDatabase(db: Database | undefined): void {
  held.__consoleDatabase = db ? Promise.resolve(db) : undefined;
}

async function open(): Promise<Database> {
  const db = new Kysely<Schema>({ dialect: dialect() });
  await migrate(db);
  return db;
}

function dialect(): Dialect {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return new PostgresDialect({ pool: new Pool({ connectionString: DATABASE_URL, max: 10 }) });
  return new NodeSqliteDialect(openSqlite(join(DATA_DIR, "console.db")));
}
