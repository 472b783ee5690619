/** The emulator's only source of time, in epoch milliseconds. Tests own one that they move. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: () => Date.now() };
