import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import { toAppError } from "@/lib/aws/errors";
import type { StepOutcome } from "./kind";
import { LeaseLost } from "./lease";

/** About three minutes of an unreachable or throttling AWS. */
const MOST_TRIES = 12;
const LONGEST_PAUSE_MS = 20_000;

/**
 * Runs a step until it is done: asks again while AWS works on it, and when AWS cannot be reached or is throttling.
 * `say` is told what is being waited for.
 */
export async function withPatience(
  step: () => Promise<StepOutcome>,
  say: (note: string) => Promise<void>,
): Promise<void> {
  const begun = Date.now();
  for (let failures = 0; ; ) {
    try {
      const outcome = await step();
      if (outcome === "done") return;
      failures = 0;
      await say(outcome.waiting);
      // Often at first, when something may be ready any second; seldom once it clearly takes minutes.
      await sleep(Math.min(Math.max((Date.now() - begun) / 10, 500), 10_000));
    } catch (cause) {
      if (cause instanceof LeaseLost) throw cause;
      const error = toAppError(cause);
      const passes = error.code === "throttled" || error.code === "unavailable";
      failures += 1;
      if (!passes || failures >= MOST_TRIES) throw error;
      await say(
        error.code === "throttled" ? "AWS is limiting calls; trying again" : "AWS cannot be reached; trying again",
      );
      await sleep(Math.min(500 * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }
}
