import { type SqliteDatabase as KyselySqlite, type QueryExecutorProvider, SqliteAdapter, SqliteDialect } from "kysely";

import type { SqliteDatabase } from "@/lib/sqlite/open-sqlite";

/** Kysely over a database with the API of node:sqlite. */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: SqliteDatabase) {
    super({ database: toKysely(database) });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Lets a whole migration run in one transaction: SQLite can, and it keeps a second process out meanwhile. */
class TransactionalAdapter extends SqliteAdapter {
  readonly isSqlite = true;

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Not by `instanceof`: Next bundles Kysely several times, and the one that opened the database is seldom the one that asks. */
export function isSqlite(db: QueryExecutorProvider): boolean {
  return "isSqlite" in db.getExecutor().adapter;
}

/** Preparing costs more than most of our reads. Not pragmas: SQLite carries those out while it prepares them. */
const IS_KEPT = /^\s*(select|insert|update|delete|begin|commit|rollback)\b/i;
const MAX_KEPT = 200;

type Prepared = ReturnType<KyselySqlite["prepare"]>;

function toKysely(database: SqliteDatabase): KyselySqlite {
  const kept = new Map<string, Prepared>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known) return known;
      const statement = prepare(database, sql);
      if (!IS_KEPT.test(sql)) return statement;
      if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value ?? "");
      kept.set(sql, statement);
      return statement;
    },
  };
}

function prepare(database: SqliteDatabase, sql: string): Prepared {
  // A plain `begin` takes the write lock late and then fails instead of waiting for another process.
  const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
  return {
    reader: statement.columns().length > 0,
    // Rows come without a prototype; React refuses to send such objects to the browser.
    all: (parameters) => statement.all(...(parameters as never[])).map((row) => Object.assign({}, row)),
    run: (parameters) => {
      const { changes, lastInsertRowid } = statement.run(...(parameters as never[]));
      return { changes, lastInsertRowid };
    },
    // A statement of its own: the kept one may be asked again before somebody has read to the end.
    iterate: (parameters) => database.prepare(sql).iterate(...(parameters as never[])) as IterableIterator<unknown>,
  };
}
