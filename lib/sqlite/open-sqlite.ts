import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";

type SqliteModule = { DatabaseSync: new (file: string) => DatabaseSyncInstance };

/** An open SQLite file, with the API of node:sqlite. */
export type SqliteDatabase = DatabaseSyncInstance;

/**
 * Opens (and creates) a SQLite file that survives kill -9 and power loss: write-ahead log, an fsync for each commit.
 * Node's own SQLite where it has one (22 and later), else the package with the same API.
 */
export function openSqlite(file: string): SqliteDatabase {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { DatabaseSync } = sqliteModule();
  const database = new DatabaseSync(file);
  // The time-out comes first: two processes that open a new file at once both switch it to a write-ahead log.
  database.exec(
    "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on",
  );
  return database;
}

function sqliteModule(): SqliteModule {
  const builtIn = process.getBuiltinModule?.("node:sqlite") as unknown as SqliteModule | undefined;
  return builtIn ?? (createRequire(import.meta.url)("@photostructure/sqlite") as SqliteModule);
}
