import type { PlainLine } from "@/lib/charts/place-lines";

import type { ModeAdvice } from "./advise";
import { callsAtOnce, callsThatFill } from "./load";
import { MODE_NAMES } from "./names";
import type { Workload } from "./workload";

const STEPS = 48;
const JUST_BELOW = 0.999;

/** From which number of calls a day a mode that is billed by use costs more than one that always runs. */
export type BreakEven = { mode: ModeAdvice["mode"]; callsPerDay: number; isAtOtherPrice: boolean };

/**
 * Where the modes billed by use meet real time, whose cost is flat while its instances suffice. A mode that stays
 * cheaper for as many calls as those instances can answer has no such place.
 */
export function breakEvens(advice: readonly ModeAdvice[], workload: Workload): BreakEven[] {
  const possible = advice.filter(({ obstacles }) => obstacles.length === 0);
  const flat = possible.find(({ mode }) => mode === "real-time")?.cost.estimate;
  if (!flat) return [];
  const floor = flat.usd(0);
  return possible.flatMap(({ mode, cost }) => {
    const { estimate } = cost;
    if (mode === "real-time" || !estimate || estimate.usd(0) > 0) return [];
    const callsPerDay = (floor / estimate.usd(workload.callsPerDay)) * workload.callsPerDay;
    // Instances billed while they work cost the same as those that always run only when they always work.
    if (callsPerDay > mostCalls(workload) * JUST_BELOW) return [];
    return [{ mode, callsPerDay, isAtOtherPrice: estimate.at !== null }];
  });
}

/** As many calls a day as the instances for the peak can answer. */
export function mostCalls(workload: Workload): number {
  return callsThatFill(callsAtOnce(workload), workload);
}

/** The monthly cost of each possible mode over calls a day, until the instances for the peak are full. */
export function costLines(advice: readonly ModeAdvice[], workload: Workload): PlainLine[] {
  const most = Math.max(1.25 * workload.callsPerDay, mostCalls(workload));
  const lines = advice.flatMap(({ mode, obstacles, cost: { estimate } }) =>
    obstacles.length === 0 && estimate
      ? [
          {
            name: estimate.at ? `${MODE_NAMES[mode]}, ${estimate.at}` : MODE_NAMES[mode],
            points: Array.from({ length: STEPS + 1 }, (_, step) => {
              const x = Math.round((most * step) / STEPS);
              return { x, value: estimate.usd(x) };
            }),
          },
        ]
      : [],
  );
  return joinEqual(lines);
}

/** Lines that lie on each other would hide each other: they become one with both names. */
function joinEqual(lines: PlainLine[]): PlainLine[] {
  const joined: PlainLine[] = [];
  for (const line of lines) {
    const same = joined.find((other) => other.points.every(({ value }, at) => value === line.points[at]?.value));
    if (same) same.name = `${same.name}; ${line.name}`;
    else joined.push(line);
  }
  return joined;
}
