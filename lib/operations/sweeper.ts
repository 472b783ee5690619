import "server-only";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

import { abandonedOperations } from "./lease";
import { runOperation } from "./runner";

const SWEEP_EVERY_MS = 2_000;

type Sweeper = { owner: string; active: Set<string>; wake: () => void };
// On globalThis, because Next loads this module once per bundle (actions, routes, instrumentation).
const held = globalThis as typeof globalThis & { __operationSweeper?: Sweeper };

/**
 * Begins to work on operations that nobody works on, now and every few seconds: new ones, those that a killed
 * console left behind, and those of another replica whose lease ran out. Call it once when the console starts.
 */
export function resumeOperations(): void {
  held.__operationSweeper ??= startSweeper();
}

/** Lets a new operation begin at once instead of at the next sweep. */
export function wakeOperations(): void {
  resumeOperations();
  held.__operationSweeper?.wake();
}

function startSweeper(): Sweeper {
  const sweeper: Sweeper = { owner: `${hostname()}:${process.pid}:${randomUUID()}`, active: new Set(), wake: () => {} };
  void loop(sweeper);
  return sweeper;
}

async function loop(sweeper: Sweeper): Promise<never> {
  for (;;) {
    const woken = pause(sweeper);
    await sweep(sweeper).catch((cause: unknown) => console.error("Operations could not be read:", message(cause)));
    await woken;
  }
}

/** Made before the sweep, so that a wake during it is not lost. */
function pause(sweeper: Sweeper): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, SWEEP_EVERY_MS);
    timer.unref();
    sweeper.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

async function sweep({ owner, active }: Sweeper): Promise<void> {
  for (const id of await abandonedOperations()) {
    if (active.has(id)) continue;
    active.add(id);
    runOperation(id, owner)
      .catch((cause: unknown) => console.error(`Operation ${id} stopped:`, message(cause)))
      .finally(() => active.delete(id));
  }
}

// Never the error itself: an AWS error carries the whole request, environment included.
const message = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
