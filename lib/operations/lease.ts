import "server-only";
import { database } from "@/lib/db/database";
import type { Problem } from "@/lib/errors";

import type { Progress } from "./journal";
import type { OperationStatus } from "./view";

export const LEASE_MS = 10_000;
const RENEW_EVERY_MS = 3_000;

/** Another process holds the operation now: whoever sees this stops at once and writes nothing. */
export class LeaseLost extends Error {}

/** The right to work on one operation. Every write through it fails once another process has taken over. */
export type Lease = {
  write: (progress: Progress) => Promise<void>;
  finish: (status: OperationStatus, progress: Progress, problem: Problem | null) => Promise<void>;
  /** Stops renewing and lets others have it at once. */
  release: () => Promise<void>;
};

/** Ids of running operations that nobody works on: never begun, or their process died and its lease ran out. */
export async function abandonedOperations(now = new Date()): Promise<string[]> {
  const db = await database();
  const rows = await db
    .selectFrom("operations")
    .select("id")
    .where("status", "=", "running")
    .where((eb) => eb.or([eb("lease_expires_at", "is", null), eb("lease_expires_at", "<", now.toISOString())]))
    .orderBy("created_at")
    .limit(100)
    .execute();
  return rows.map((row) => row.id);
}

/** Takes the operation when it is free; null when another process has it. */
export async function takeLease(id: string, owner: string): Promise<Lease | null> {
  const db = await database();
  const taken = await db
    .updateTable("operations")
    .set({ lease_owner: owner, lease_expires_at: expiry() })
    .where("id", "=", id)
    .where("status", "=", "running")
    .where((eb) => eb.or([eb("lease_expires_at", "is", null), eb("lease_expires_at", "<", new Date().toISOString())]))
    .executeTakeFirst();
  return Number(taken.numUpdatedRows) > 0 ? hold(id, owner) : null;
}

function hold(id: string, owner: string): Lease {
  async function update(values: Record<string, string | null>): Promise<void> {
    const db = await database();
    const result = await db
      .updateTable("operations")
      .set({ ...values })
      .where("id", "=", id)
      .where("lease_owner", "=", owner)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) === 0) throw new LeaseLost(`Operation ${id} is another process's now.`);
  }

  // A failed renewal is found out at the next write; until then the work done is work that a repeat would find.
  const renewal = setInterval(() => void update({ lease_expires_at: expiry() }).catch(() => {}), RENEW_EVERY_MS);
  renewal.unref();

  return {
    write: (progress) =>
      update({
        steps_json: JSON.stringify(progress),
        lease_expires_at: expiry(),
        updated_at: new Date().toISOString(),
      }),
    finish: (status, progress, problem) =>
      update({
        status,
        steps_json: JSON.stringify(progress),
        error_json: problem ? JSON.stringify(problem) : null,
        lease_expires_at: null,
        updated_at: new Date().toISOString(),
      }),
    release: async () => {
      clearInterval(renewal);
      await update({ lease_owner: null, lease_expires_at: null }).catch(() => {});
    },
  };
}

const expiry = () => new Date(Date.now() + LEASE_MS).toISOString();
