import { setTimeout as wait } from "node:timers/promises";

export const MINUTE_MS = 60_000;

/** Until a second after the clock's next whole minute, at which what a minute's viewers share is read anew. */
export async function untilNextMinute(): Promise<void> {
  await wait(MINUTE_MS - (Date.now() % MINUTE_MS) + 1_000);
}
