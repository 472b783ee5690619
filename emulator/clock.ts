/** The emulator's only source of time, in epoch milliseconds. Tests own one that they move. */
export type Clock = { now(): number };

/** A clock that tells when it is moved, for what has to see each minute and not only the last. */
export type FollowedClock = Clock & {
  /** Called at the beginning of each minute that a move passes, and at its end, until the signal is aborted. */
  onMove(listener: () => void, signal: AbortSignal): void;
  /** Each stretch of a move runs inside of `wrap`, until the signal is aborted: what its minutes write is one write to disk. */
  wrapMoves(wrap: (stretch: () => void) => void, signal: AbortSignal): void;
};

/** A clock that `/_emulator/clock` and tests may put forward. */
export type MovableClock = FollowedClock & {
  advance(ms: number): void;
  setTo(ms: number): void;
  /** Goes where `to` says, given where the clock stands, and lets others have their turn between the minutes. One at a time. */
  travel(to: (now: number) => number): Promise<void>;
};

const MINUTE = 60_000;
/** Nobody else waits longer for a clock that travels, but for the one minute that may take longer. */
const STRETCH_MS = 50;
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
  const wrappers = new Set<(stretch: () => void) => void>();
  let offset = 0;
  let travelled = Promise.resolve();
  const now = () => read() + offset;

  /** Where a move stops on its way, and its end. A clock that runs may pass some of them before its turn comes. */
  function* stopsUntil(ms: number): Generator<number, void> {
    const start = now();
    const followed = Math.max(start, ms - MOST_MINUTES * MINUTE);
    if (listeners.size > 0) {
      for (let at = (Math.floor(followed / MINUTE) + 1) * MINUTE; at < ms; at += MINUTE) if (at > now()) yield at;
    }
    yield ms < start ? ms : Math.max(ms, now());
  }

  function stand(at: number): void {
    offset = at - read();
    for (const listener of listeners) listener();
  }

  /** Goes from stop to stop until the time is up; true when there are no more. */
  function goOn(stops: Iterator<number, void>, untilMs: number): boolean {
    let isThere = false;
    const stretch = () => {
      do {
        const stop = stops.next();
        if (stop.done) isThere = true;
        else stand(stop.value);
      } while (!isThere && performance.now() < untilMs);
    };
    [...wrappers].reduce<() => void>((inner, wrap) => () => wrap(inner), stretch)();
    return isThere;
  }

  async function go(to: (now: number) => number): Promise<void> {
    const stops = stopsUntil(to(now()));
    while (!goOn(stops, performance.now() + STRETCH_MS)) await new Promise((resolve) => setImmediate(resolve));
  }

  const setTo = (ms: number): void => void goOn(stopsUntil(ms), Number.POSITIVE_INFINITY);

  function keep<T>(set: Set<T>, item: T, signal: AbortSignal): void {
    if (signal.aborted) return;
    set.add(item);
    signal.addEventListener("abort", () => set.delete(item), { once: true });
  }

  return {
    now,
    setTo,
    advance: (ms) => setTo(now() + ms),
    travel: (to) => {
      const trip = travelled.then(() => go(to));
      travelled = trip.catch(() => undefined);
      return trip;
    },
    onMove: (listener, signal) => keep(listeners, listener, signal),
    wrapMoves: (wrap, signal) => keep(wrappers, wrap, signal),
  };
}
