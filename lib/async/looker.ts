import "server-only";
import { database } from "@/lib/db/database";
import { requireWorkspace } from "@/lib/workspaces/service";

import { type CallBudget, callBudget } from "./call-budget";
import { lookAt } from "./look";
import type { AsyncRecord } from "./requests";

/** So many calls to S3 at most in a minute from this console, however many requests wait and whoever looks at them. */
export const MAX_CALLS_A_MINUTE = 600;
const TICK_MS = 1_000;
const CALLS_PER_TICK = Math.floor((MAX_CALLS_A_MINUTE / 60_000) * TICK_MS);
/** A look takes one call when the answer is there, two when nothing is, three when it failed. */
const MAX_CALLS_A_LOOK = 3;
/** Looks at once: more would only wait for calls to be given back. */
const WIDTH = Math.floor(CALLS_PER_TICK / MAX_CALLS_A_LOOK);
/** A request that is still `sending` after this was never sent, or nobody knows. */
const SENDING_MS = 120_000;

type Looker = {
  /** Something was sent since the last look began. */
  isWanted: boolean;
  wake: () => void;
};
// On globalThis, because Next loads this module once per bundle (actions, routes, instrumentation).
const held = globalThis as typeof globalThis & { __asyncLooker?: Looker };

/**
 * Begins to look for the answers of requests that wait, now and every second while there are any. Answers of requests
 * whose page was closed, or whose console was killed, are found the same way.
 */
export function startLooker(): void {
  if (held.__asyncLooker) return;
  const looker: Looker = { isWanted: false, wake: () => {} };
  held.__asyncLooker = looker;
  void loop(looker);
}

/** Looks soon: a request was sent. */
export function wakeLooker(): void {
  startLooker();
  if (!held.__asyncLooker) return;
  held.__asyncLooker.isWanted = true;
  held.__asyncLooker.wake();
}

async function loop(looker: Looker): Promise<never> {
  const budget = callBudget(CALLS_PER_TICK);
  for (;;) {
    looker.isWanted = false;
    budget.refill();
    const waiting = await lookOnce(budget).catch((cause: unknown) => {
      console.error("The inbox could not be read:", cause instanceof Error ? cause.message : String(cause));
      return 1;
    });
    // What was sent while it looked may not be counted yet.
    await pause(looker, waiting > 0 || looker.isWanted ? TICK_MS : IDLE_MS);
  }
}

/** Another replica may have sent something meanwhile. */
const IDLE_MS = 15_000;

function pause(looker: Looker, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    looker.wake = () => {
      // Never sooner than a tick: the number of calls must not grow with that of requests.
      setTimeout(resolve, TICK_MS).unref();
    };
  });
}

/** Looks at what is due, oldest first; the answer is how many still wait. */
async function lookOnce(budget: CallBudget): Promise<number> {
  const db = await database();
  await endUnsent();
  const due = await db
    .selectFrom("async_requests")
    .selectAll()
    .where("state", "=", "queued")
    .where("next_look_at", "<=", new Date().toISOString())
    .orderBy("next_look_at")
    .limit(CALLS_PER_TICK)
    .execute();
  const queue = [...due];
  async function work(): Promise<void> {
    while (queue.length > 0 && budget.setAside(MAX_CALLS_A_LOOK)) {
      const row = queue.shift();
      const calls = row ? await lookIfOurs(row) : 0;
      budget.giveBack(MAX_CALLS_A_LOOK - calls);
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, work));
  const open = await db
    .selectFrom("async_requests")
    .where("state", "in", ["queued", "sending"])
    .select((eb) => eb.fn.countAll().as("total"))
    .executeTakeFirst();
  return Number(open?.total ?? 0);
}

/** Takes a look for this console: another replica that read the same row finds it moved, and leaves it. Says how many calls it took. */
async function lookIfOurs(row: AsyncRecord): Promise<number> {
  const db = await database();
  const now = Date.now();
  const taken = await db
    .updateTable("async_requests")
    .set({ looks: row.looks + 1, next_look_at: new Date(now + waitAfter(row.looks)).toISOString() })
    .where("id", "=", row.id)
    .where("next_look_at", "=", row.next_look_at)
    .returning("id")
    .executeTakeFirst();
  if (!taken) return 0;
  try {
    return await lookAt(await requireWorkspace(row.workspace_id), row, now);
  } catch (cause) {
    // The next look tries again; AWS's own words hold whole requests and are not printed.
    console.error(`The answer of request ${row.id} could not be looked for:`, cause instanceof Error ? cause.name : "");
    return MAX_CALLS_A_LOOK;
  }
}

/** 1, 2, 4 … seconds, at most a minute. */
function waitAfter(looks: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(looks, 6));
}

async function endUnsent(): Promise<void> {
  const db = await database();
  const problem = {
    code: "unavailable",
    message: "The console stopped while this was being sent: it is not known whether SageMaker has it.",
    hint: "Send it again.",
  };
  await db
    .updateTable("async_requests")
    .set({
      state: "failed",
      problem: problem.message,
      problem_json: JSON.stringify(problem),
      finished_at: new Date().toISOString(),
    })
    .where("state", "=", "sending")
    .where("at", "<", new Date(Date.now() - SENDING_MS).toISOString())
    .execute();
}
