import type { SqliteDatabase } from "@/lib/sqlite/open-sqlite.ts";

export type Database = SqliteDatabase;
