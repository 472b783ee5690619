import { atomically } from "./atomically.ts";
import type { Database } from "./database.ts";
import type { RecordStore } from "./record-store.ts";

/** Records in one SQLite table; the database's synchronous commits make each write durable before it returns. */
export function openRecords(database: Database): RecordStore {
  database.exec(
    "create table if not exists records (kind text, region text, name text, value text not null, primary key (kind, region, name)) without rowid",
  );
  const select = database.prepare("select value from records where kind = ? and region = ? and name = ?");
  const upsert = database.prepare("insert or replace into records (kind, region, name, value) values (?, ?, ?, ?)");
  const remove = database.prepare("delete from records where kind = ? and region = ? and name = ?");
  const selectAll = database.prepare("select value from records where kind = ? and region = ? order by name");
  const selectRegions = database.prepare("select distinct region from records where kind = ? order by region");

  return {
    get: <T>(kind: string, region: string, name: string) => {
      const row = select.get(kind, region, name) as Row | undefined;
      return row && (JSON.parse(row.value) as T);
    },
    put: (kind, region, name, value) => {
      upsert.run(kind, region, name, JSON.stringify(value));
    },
    delete: (kind, region, name) => Number(remove.run(kind, region, name).changes) > 0,
    list: <T>(kind: string, region: string) =>
      (selectAll.all(kind, region) as Row[]).map((row) => JSON.parse(row.value) as T),
    regions: (kind) => (selectRegions.all(kind) as { region: string }[]).map((row) => row.region),
    transaction: (work) => atomically(database, work),
  };
}

type Row = { value: string };
