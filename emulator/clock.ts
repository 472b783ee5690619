/** The emulator's only source of time, in epoch milliseconds. Tests own one that they move. */
export type Clock = { now(): number };

/** A clock that tells when it is moved, for what has to see each minute and not only the last. */
export type FollowedClock = Clock & {
  /** Called at the beginning of each minute that a move passes, and at its end, until the signal is aborted. */
  onMove(listener: () => void, signal: AbortSignal): void;
};

/** A clock that `/_emulator/clock` and tests may put forward. */
export type MovableClock = FollowedClock & {
  advance(ms: number): void;
  setTo(ms: number): void;
};

const MINUTE = 60_000;
/** Of a move that is longer only the last minutes are followed. */
export const MOST_MINUTES = 1_440;

export const systemClock: Clock = { now: () => Date.now() };

/** Runs like the computer's clock, from wherever it was put. */
export function runningClock(): MovableClock {
  return movable(() => Date.now());
}

/** Stands still until it is moved. */
export function manualClock(start = Date.UTC(2026, 0, 15, 9)): MovableClock {
  return movable(() => start);
}

function movable(read: () => number): MovableClock {
  const listeners = new Set<() => void>();
  let offset = 0;
  const now = () => read() + offset;

  function setTo(ms: number): void {
    const followed = Math.max(now(), ms - MOST_MINUTES * MINUTE);
    if (listeners.size > 0) {
      for (let at = (Math.floor(followed / MINUTE) + 1) * MINUTE; at < ms; at += MINUTE) stand(at);
    }
    stand(ms);
  }

  function stand(at: number): void {
    offset = at - read();
    for (const listener of listeners) listener();
  }

  return {
    now,
    setTo,
    advance: (ms) => setTo(now() + ms),
    onMove(listener, signal) {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
  };
}
