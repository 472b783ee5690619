import { atomically } from "../store/atomically.ts";
import type { Database } from "../store/database.ts";
import { eventReader } from "./read-events.ts";
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
  group(region: string, name: string): LogGroup | undefined;
  streams(region: string, group: string): LogStream[];
  stream(region: string, group: string, name: string): LogStream | undefined;
  /** Events in order of time, after (or, backwards, before) a position. */
  events(region: string, group: string, query: EventQuery): LogEvent[];
  /** The id of what was written last, whatever its group; 0: nothing was. */
  lastId(): number;
  /** What was written to a group since an id, in the order it was written. */
  writtenSince(region: string, group: string, id: number, limit: number): LogEvent[];
  /** Forgets events older than `before`. */
  prune(before: number): void;
};

/** Which messages: those that hold all of some texts, any of others (when there are any), and none of the last. */
export type TextFilter = { all: string[]; any: string[]; none: string[] };

export type EventPosition = { at: number; id: number };
export type EventQuery = {
  /** Only these streams; all of the group's when absent. */
  streams?: string[];
  filter?: TextFilter;
  from: number;
  /** Exclusive. */
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

const STREAM_COLUMNS =
  "name, created_at as createdAt, first_at as firstEventAt, last_at as lastEventAt, ingested_at as lastIngestedAt";

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
  // One call for many lines: each call across to SQLite costs more than the row.
  const insertEvents = database.prepare(
    `insert into log_event (region, log_group, stream, ingested_at, at, message)
     select ?, ?, ?, value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
  );
  const touchStream = database.prepare(
    `update log_stream set first_at = min(coalesce(first_at, ?), ?), last_at = max(coalesce(last_at, ?), ?), ingested_at = ?
     where region = ? and log_group = ? and name = ?`,
  );
  const addBytes = database.prepare(
    "update log_group set stored_bytes = stored_bytes + ? where region = ? and name = ?",
  );

  const groupColumns = "name, created_at as createdAt, stored_bytes as storedBytes, retention as retentionInDays";
  const selectGroups = database.prepare(`select ${groupColumns} from log_group where region = ? order by name`);
  const selectGroup = database.prepare(`select ${groupColumns} from log_group where region = ? and name = ?`);
  const selectStreams = database.prepare(
    `select ${STREAM_COLUMNS} from log_stream where region = ? and log_group = ? order by name`,
  );
  const selectStream = database.prepare(
    `select ${STREAM_COLUMNS} from log_stream where region = ? and log_group = ? and name = ?`,
  );

  const selectLastId = database.prepare("select max(id) as id from log_event");
  // The plus signs keep to the order of ids: a group's own index begins with its oldest events.
  const selectSince = database.prepare(
    `select id, stream, at, ingested_at as ingestedAt, message from log_event
     where id > ? and +region = ? and +log_group = ? order by id limit ?`,
  );

  /** What is kept about a stream and its group is written once for all the batches that are neighbours. */
  function writeBatches(batches: LogBatch[]): void {
    for (const together of neighbours(batches)) writeTogether(together);
  }

  function writeTogether(batches: [LogBatch, ...LogBatch[]]): void {
    const [{ region, group, stream, ingestedAt: firstIngestedAt }] = batches;
    insertGroup.run(region, group, firstIngestedAt);
    insertStream.run(region, group, stream, firstIngestedAt);
    const rows = batches.flatMap(({ ingestedAt, events }) =>
      events.map(({ at, message }) => [ingestedAt, at, message] as const),
    );
    if (rows.length === 0) return;
    insertEvents.run(region, group, stream, JSON.stringify(rows));
    let [first, last, ingested, bytes] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
    for (const [ingestedAt, at, message] of rows) {
      ingested = Math.max(ingested, ingestedAt);
      first = Math.min(first, at);
      last = Math.max(last, at);
      bytes += Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES;
    }
    touchStream.run(first, first, last, last, ingested, region, group, stream);
    addBytes.run(bytes, region, group);
  }

  return {
    write: (batches) => atomically(database, () => writeBatches(batches)),
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
    groups: (region) => selectGroups.all(region) as unknown as LogGroup[],
    group: (region, name) => selectGroup.get(region, name) as unknown as LogGroup | undefined,
    streams: (region, group) => selectStreams.all(region, group) as unknown as LogStream[],
    stream: (region, group, name) => selectStream.get(region, group, name) as unknown as LogStream | undefined,
    events: eventReader(database),
    lastId: () => (selectLastId.get() as { id: number | null }).id ?? 0,
    writtenSince: (region, group, id, limit) => selectSince.all(id, region, group, limit) as unknown as LogEvent[],
    prune(before) {
      database.prepare("delete from log_event where at < ?").run(before);
    },
  };
}

/** Batches in their order, those of one stream that follow each other together. */
function neighbours(batches: LogBatch[]): [LogBatch, ...LogBatch[]][] {
  const all: [LogBatch, ...LogBatch[]][] = [];
  for (const batch of batches) {
    const [known] = all.at(-1) ?? [];
    const isSame = known?.stream === batch.stream && known.group === batch.group && known.region === batch.region;
    if (isSame) all.at(-1)?.push(batch);
    else all.push([batch]);
  }
  return all;
}
