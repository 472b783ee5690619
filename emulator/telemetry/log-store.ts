import { atomically } from "../store/atomically.ts";
import type { Database } from "../store/database.ts";
import type { LogLine } from "./telemetry.ts";

export type LogGroup = { name: string; createdAt: number; storedBytes: number; retentionInDays: number | null };
export type LogStream = {
  name: string;
  createdAt: number;
  firstEventAt: number | null;
  lastEventAt: number | null;
  lastIngestedAt: number | null;
};
export type LogEvent = { id: number; stream: string; at: number; ingestedAt: number; message: string };
export type LogBatch = { region: string; group: string; stream: string; ingestedAt: number; events: LogLine[] };

export type LogStore = {
  /** Writes batches in one transaction; groups and streams are made when missing. */
  write(batches: LogBatch[]): void;
  /** False when it exists. */
  createGroup(region: string, name: string, at: number): boolean;
  createStream(region: string, group: string, name: string, at: number): boolean;
  deleteGroup(region: string, name: string): boolean;
  deleteStream(region: string, group: string, name: string): boolean;
  setRetention(region: string, group: string, days: number | null): void;
  groups(region: string): LogGroup[];
  streams(region: string, group: string): LogStream[];
  /** Events in order of time, after (or, backwards, before) a position. */
  events(region: string, group: string, query: EventQuery): LogEvent[];
  /** Forgets events older than `before`. */
  prune(before: number): void;
};

export type EventPosition = { at: number; id: number };
export type EventQuery = {
  /** One stream, or all of the group's. */
  stream?: string;
  from: number;
  to: number;
  /** Exclusive. */
  after?: EventPosition;
  before?: EventPosition;
  /** From the latest backwards; the answer is in order of time all the same. */
  fromEnd?: boolean;
  limit: number;
};

const SCHEMA = `
  create table if not exists log_group (
    region text not null, name text not null, created_at integer not null, retention integer, stored_bytes integer not null default 0,
    primary key (region, name)
  ) without rowid;
  create table if not exists log_stream (
    region text not null, log_group text not null, name text not null, created_at integer not null,
    first_at integer, last_at integer, ingested_at integer,
    primary key (region, log_group, name)
  ) without rowid;
  create table if not exists log_event (
    id integer primary key, region text not null, log_group text not null, stream text not null,
    at integer not null, ingested_at integer not null, message text not null
  );
  create index if not exists log_event_by_stream on log_event (region, log_group, stream, at, id);
  create index if not exists log_event_by_group on log_event (region, log_group, at, id);
`;

/** What CloudWatch Logs counts for an event beside its message. */
const EVENT_OVERHEAD_BYTES = 26;

export function openLogStore(database: Database): LogStore {
  database.exec(SCHEMA);
  const insertGroup = database.prepare(
    "insert into log_group (region, name, created_at) values (?, ?, ?) on conflict do nothing",
  );
  const insertStream = database.prepare(
    "insert into log_stream (region, log_group, name, created_at) values (?, ?, ?, ?) on conflict do nothing",
  );
  const insertEvent = database.prepare(
    "insert into log_event (region, log_group, stream, at, ingested_at, message) values (?, ?, ?, ?, ?, ?)",
  );
  const touchStream = database.prepare(
    `update log_stream set first_at = min(coalesce(first_at, ?), ?), last_at = max(coalesce(last_at, ?), ?), ingested_at = ?
     where region = ? and log_group = ? and name = ?`,
  );
  const addBytes = database.prepare(
    "update log_group set stored_bytes = stored_bytes + ? where region = ? and name = ?",
  );

  function writeBatch({ region, group, stream, ingestedAt, events }: LogBatch): void {
    insertGroup.run(region, group, ingestedAt);
    insertStream.run(region, group, stream, ingestedAt);
    for (const { at, message } of events) {
      insertEvent.run(region, group, stream, at, ingestedAt, message);
      touchStream.run(at, at, at, at, ingestedAt, region, group, stream);
      addBytes.run(Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES, region, group);
    }
  }

  return {
    write: (batches) => atomically(database, () => batches.forEach(writeBatch)),
    createGroup: (region, name, at) => insertGroup.run(region, name, at).changes > 0,
    createStream: (region, group, name, at) => insertStream.run(region, group, name, at).changes > 0,
    deleteGroup(region, name) {
      atomically(database, () => {
        database.prepare("delete from log_event where region = ? and log_group = ?").run(region, name);
        database.prepare("delete from log_stream where region = ? and log_group = ?").run(region, name);
      });
      return database.prepare("delete from log_group where region = ? and name = ?").run(region, name).changes > 0;
    },
    deleteStream(region, group, name) {
      const where = "where region = ? and log_group = ? and";
      database.prepare(`delete from log_event ${where} stream = ?`).run(region, group, name);
      return database.prepare(`delete from log_stream ${where} name = ?`).run(region, group, name).changes > 0;
    },
    setRetention(region, group, days) {
      database.prepare("update log_group set retention = ? where region = ? and name = ?").run(days, region, group);
    },
    groups: (region) =>
      database
        .prepare(
          `select name, created_at as createdAt, stored_bytes as storedBytes, retention as retentionInDays
           from log_group where region = ? order by name`,
        )
        .all(region) as unknown as LogGroup[],
    streams: (region, group) =>
      database
        .prepare(
          `select name, created_at as createdAt, first_at as firstEventAt, last_at as lastEventAt, ingested_at as lastIngestedAt
           from log_stream where region = ? and log_group = ? order by name`,
        )
        .all(region, group) as unknown as LogStream[],
    events: (region, group, query) => readEvents(database, region, group, query),
    prune(before) {
      database.prepare("delete from log_event where at < ?").run(before);
    },
  };
}

function readEvents(database: Database, region: string, group: string, query: EventQuery): LogEvent[] {
  const conditions = ["region = ?", "log_group = ?", "at >= ?", "at < ?"];
  const values: (string | number)[] = [region, group, query.from, query.to];
  if (query.stream !== undefined) {
    conditions.push("stream = ?");
    values.push(query.stream);
  }
  if (query.after) {
    conditions.push("(at, id) > (?, ?)");
    values.push(query.after.at, query.after.id);
  }
  if (query.before) {
    conditions.push("(at, id) < (?, ?)");
    values.push(query.before.at, query.before.id);
  }
  const order = query.fromEnd ? "desc" : "asc";
  const rows = database
    .prepare(
      `select id, stream, at, ingested_at as ingestedAt, message from log_event
       where ${conditions.join(" and ")} order by at ${order}, id ${order} limit ?`,
    )
    .all(...values, query.limit) as unknown as LogEvent[];
  return query.fromEnd ? rows.reverse() : rows;
}
