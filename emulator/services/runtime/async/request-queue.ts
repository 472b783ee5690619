import { atomically } from "../../../store/atomically.ts";
import type { Database } from "../../../store/database.ts";
import type { AsyncRequest } from "./async-request.ts";

/** A request with its place in the order of arrival. */
export type QueuedRequest = AsyncRequest & { seq: number };

/**
 * What was accepted and has not ended, on disk. Nothing here says that a request runs: what a killed emulator had under
 * way is simply still queued at the next start.
 */
export type RequestQueue = {
  add(request: AsyncRequest, body: Buffer | null): void;
  /** The payload that came with the request. */
  bodyOf(seq: number): Buffer;
  /** All that wait or run, oldest first. */
  list(): QueuedRequest[];
  /** Takes a request out in one step with `work`. False when it is no longer there: its endpoint went meanwhile. */
  take(seq: number, work?: () => void): boolean;
};

const SCHEMA = `
  create table if not exists async_request (
    seq integer primary key autoincrement, request text not null, body blob
  );
`;

export function openRequestQueue(database: Database): RequestQueue {
  database.exec(SCHEMA);
  const insert = database.prepare("insert into async_request (request, body) values (?, ?)");
  const selectAll = database.prepare("select seq, request from async_request order by seq");
  const selectBody = database.prepare("select body from async_request where seq = ?");
  const remove = database.prepare("delete from async_request where seq = ?");
  // The table as it is read at every look, without reading it.
  const kept = new Map<number, QueuedRequest>();
  for (const { seq, request } of selectAll.all() as { seq: number; request: string }[]) {
    kept.set(seq, { ...(JSON.parse(request) as AsyncRequest), seq });
  }
  return {
    add(request, body) {
      const seq = Number(insert.run(JSON.stringify(request), body).lastInsertRowid);
      kept.set(seq, { ...request, seq });
    },
    bodyOf(seq) {
      const row = selectBody.get(seq) as { body: Uint8Array | null } | undefined;
      return Buffer.from(row?.body ?? []);
    },
    list: () => [...kept.values()],
    take(seq, work) {
      if (!kept.has(seq)) return false;
      atomically(database, () => {
        remove.run(seq);
        work?.();
      });
      kept.delete(seq);
      return true;
    },
  };
}
