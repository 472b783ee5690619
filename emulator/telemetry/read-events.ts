import type { StatementSyncInstance } from "@photostructure/sqlite";
import type { Database } from "../store/database.ts";
import type { EventQuery, LogEvent } from "./log-store.ts";

/** Of so many streams each is read by its own index range; of more the whole group's range is. */
const MERGED_STREAMS = 16;

type Value = string | number;
type Part = { sql: string; values: Value[] };

/** Reads events by ranges of the two indexes, with statements that are prepared once. */
export function eventReader(database: Database): (region: string, group: string, query: EventQuery) => LogEvent[] {
  const statements = new Map<string, StatementSyncInstance>();

  function run({ sql, values }: Part): LogEvent[] {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement.all(...values) as unknown as LogEvent[];
  }

  return (region, group, query) => {
    if (query.streams?.length === 0) return [];
    const rows = run(toSelect(region, group, query));
    return query.fromEnd ? rows.reverse() : rows;
  };
}

function toSelect(region: string, group: string, query: EventQuery): Part {
  const { streams } = query;
  const order = query.fromEnd ? "at desc, id desc" : "at, id";
  if (streams && streams.length > 1 && streams.length <= MERGED_STREAMS) {
    const parts = streams.map((stream) => selectRange(region, group, { ...query, streams: [stream] }, order));
    return {
      sql: `${parts.map(({ sql }) => `select * from (${sql})`).join(" union all ")} order by ${order} limit ?`,
      values: [...parts.flatMap(({ values }) => values), query.limit],
    };
  }
  return selectRange(region, group, query, order);
}

function selectRange(region: string, group: string, query: EventQuery, order: string): Part {
  const { streams, after, before } = query;
  // The bounds of `at` alone are what the index can seek to.
  const conditions = ["region = ?", "log_group = ?", "at >= ?", "at <= ?"];
  const values: Value[] = [region, group];
  values.push(Math.max(query.from, after?.at ?? query.from), Math.min(query.to - 1, before?.at ?? query.to - 1));
  if (streams?.length === 1) add("stream = ?", ...streams);
  else if (streams) add("stream in (select value from json_each(?))", JSON.stringify(streams));
  if (after) add("(at > ? or id > ?)", after.at, after.id);
  if (before) add("(at < ? or id < ?)", before.at, before.id);
  const { all = [], any = [], none = [] } = query.filter ?? {};
  for (const text of all) add("instr(message, ?) > 0", text);
  for (const text of none) add("instr(message, ?) = 0", text);
  if (any.length > 0) add(`(${any.map(() => "instr(message, ?) > 0").join(" or ")})`, ...any);
  return {
    sql: `select id, stream, at, ingested_at as ingestedAt, message from log_event
          where ${conditions.join(" and ")} order by ${order} limit ?`,
    values: [...values, query.limit],
  };

  function add(condition: string, ...more: Value[]): void {
    conditions.push(condition);
    values.push(...more);
  }
}
