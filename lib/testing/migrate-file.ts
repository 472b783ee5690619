// Run as a process of its own: opens and migrates the SQLite file named on the command line, as a starting console does.
import { Kysely } from "kysely";

import { migrate } from "@/lib/db/migrate";
import type { Schema } from "@/lib/db/schema";
import { NodeSqliteDialect } from "@/lib/db/sqlite-dialect";
import { openSqlite } from "@/lib/sqlite/open-sqlite";

const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(openSqlite(process.argv[2] ?? "")) });
await migrate(db);
console.log(`${(await db.selectFrom("members").selectAll().execute()).length} members`);
await db.destroy();
