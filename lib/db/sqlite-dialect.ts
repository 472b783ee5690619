import { type SqliteDatabase as KyselySqlite, SqliteAdapter, SqliteDialect } from "kysely";

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
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function toKysely(database: SqliteDatabase): KyselySqlite {
  return {
    close: () => database.close(),
    prepare: (sql) => {
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
        iterate: (parameters) => statement.iterate(...(parameters as never[])) as IterableIterator<unknown>,
      };
    },
  };
}
