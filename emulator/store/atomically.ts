import type { Database } from "./database.ts";

/**
 * Runs `work` as one step: all of its writes or none. May stand inside another such step; the outermost commits.
 * A failure must roll back, as an open step would swallow all later writes.
 */
export function atomically<T>(database: Database, work: () => T): T {
  database.exec("savepoint step");
  try {
    const result = work();
    database.exec("release step");
    return result;
  } catch (cause) {
    database.exec("rollback to step; release step");
    throw cause;
  }
}
