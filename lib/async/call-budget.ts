/** So many calls in a tick and never more, however many a piece of work turns out to take. */
export type CallBudget = {
  /** A tick has passed. What it left over is not saved up. */
  refill(): void;
  /** Sets calls aside for a piece of work; false when there are no more in this tick. */
  setAside(calls: number): boolean;
  /** Calls that were set aside and not made. */
  giveBack(calls: number): void;
};

/** A budget that begins with a full tick. */
export function callBudget(perTick: number): CallBudget {
  let left = perTick;
  return {
    refill: () => {
      left = perTick;
    },
    setAside: (calls) => {
      if (left < calls) return false;
      left -= calls;
      return true;
    },
    giveBack: (calls) => {
      left += calls;
    },
  };
}
