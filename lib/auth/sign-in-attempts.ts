import "server-only";
import { database } from "@/lib/db/database";
import type { Database } from "@/lib/db/schema";

/** Wrong passwords that are free before waiting starts, and the longest wait, per thing that is counted. */
const LIMITS = {
  /** One account from one address. */
  pair: { free: 5, longestSeconds: 15 * 60 },
  /** One account from anywhere: a header can fake addresses. Short waits only, so that nobody can lock another out. */
  account: { free: 50, longestSeconds: 60 },
} as const;

/** A name that nobody tried for so long starts afresh; without an end the table would keep every name ever typed. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** Seconds to wait after so many wrong passwords in a row: none at first, then 5, 10, 20, … */
export function waitAfter(failures: number, { free, longestSeconds }: Limit): number {
  return failures < free ? 0 : Math.min(longestSeconds, 5 * 2 ** Math.min(failures - free, 20));
}

/**
 * Counts an attempt before the password is looked at, so that many at once do not slip through.
 * Answers 0 when it may go on, else the seconds to wait. `clearAttempts` after success.
 */
export async function countAttempt(account: string, address: string, now = Date.now()): Promise<number> {
  await forgetOld(now);
  const wait = await count(pairKey(account, address), LIMITS.pair, now);
  return wait > 0 ? wait : count(accountKey(account), LIMITS.account, now);
}

/** The password was right: forgets the wrong ones. */
export async function clearAttempts(account: string, address: string): Promise<void> {
  const db = await database();
  await db
    .deleteFrom("sign_in_attempts")
    .where("key", "in", [pairKey(account, address), accountKey(account)])
    .execute();
}

const pairKey = (account: string, address: string) => `pair ${account.slice(0, 200)} ${address.slice(0, 100)}`;
const accountKey = (account: string) => `account ${account.slice(0, 200)}`;

type Limit = { free: number; longestSeconds: number };

async function count(key: string, limit: Limit, now: number): Promise<number> {
  const db = await database();
  // One transaction: the row stays locked until the wait is written, so attempts at the same moment queue up.
  return db.transaction().execute(async (trx) => {
    const failures = await raise(trx, key, now);
    if (failures === null) return remainingSeconds(trx, key, now);
    const wait = waitAfter(failures, limit);
    if (wait > 0) {
      const until = new Date(now + wait * 1_000).toISOString();
      await trx.updateTable("sign_in_attempts").set({ locked_until: until }).where("key", "=", key).execute();
    }
    return 0;
  });
}

/** The failures so far with this one; null while the key has to wait. */
async function raise(db: Database, key: string, now: number): Promise<number | null> {
  const at = new Date(now).toISOString();
  const row = await db
    .insertInto("sign_in_attempts")
    .values({ key, failures: 1, locked_until: at, updated_at: at })
    .onConflict((on) =>
      on
        .column("key")
        .doUpdateSet((eb) => ({ failures: eb("sign_in_attempts.failures", "+", 1), updated_at: at }))
        .where("sign_in_attempts.locked_until", "<=", at),
    )
    .returning("failures")
    .executeTakeFirst();
  return row?.failures ?? null;
}

async function forgetOld(now: number): Promise<void> {
  const db = await database();
  const before = new Date(now - FORGOTTEN_AFTER_MS).toISOString();
  await db.deleteFrom("sign_in_attempts").where("updated_at", "<", before).execute();
}

async function remainingSeconds(db: Database, key: string, now: number): Promise<number> {
  const { locked_until } = await db
    .selectFrom("sign_in_attempts")
    .select("locked_until")
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  return Math.max(1, Math.ceil((Date.parse(locked_until) - now) / 1_000));
}
