/** The emulator's only source of time, in epoch milliseconds. Tests own one that they move. */
export type Clock = { now(): number };

/** A clock that `/_emulator/clock` and tests may put forward. */
export type MovableClock = Clock & {
  advance(ms: number): void;
  setTo(ms: number): void;
};

export const systemClock: Clock = { now: () => Date.now() };

/** Runs like the computer's clock, from wherever it was put. */
export function runningClock(): MovableClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (ms) => {
      offset += ms;
    },
    setTo: (ms) => {
      offset = ms - Date.now();
    },
  };
}

/** Stands still until it is moved. */
export function manualClock(start = Date.UTC(2026, 0, 15, 9)): MovableClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    setTo: (ms) => {
      now = ms;
    },
  };
}
