import "server-only";
import { open } from "node:fs/promises";
import { sql } from "kysely";

import type { Database } from "./schema";
import { isSqlite } from "./sqlite-dialect";

/**
 * A transaction for rows that nobody waits for. SQLite's commit stops the whole server until the disk has them (some
 * milliseconds); here it leaves them to the operating system, so that they survive a killed console, and the disk is
 * asked for in the background. As safe as any other once it resolves. PostgreSQL never stops the server.
 */
export async function unhurriedTransaction(db: Database, work: (trx: Database) => Promise<void>): Promise<void> {
  if (!isSqlite(db)) return await db.transaction().execute(work);
  const file = await db.connection().execute(async (connection) => {
    // Nobody else has the connection meanwhile: every other commit still waits for the disk.
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
    return await fileOf(connection);
  });
  if (file) await syncLog(`${file}-wal`);
}

async function fileOf(connection: Database): Promise<string> {
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(
    connection,
  );
  return rows[0]?.file ?? "";
}

async function syncLog(file: string): Promise<void> {
  const log = await open(file, "r+");
  try {
    await log.datasync();
  } finally {
    await log.close();
  }
}
