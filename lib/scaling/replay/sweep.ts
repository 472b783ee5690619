import { minutesBeyond } from "../engine/replay";
import { changedSettings, type Prepared, runSettings } from "./run";
import type { ReplayChange, SweepPoint } from "./view";

/** How many settings a sweep tries at least. */
const SETTINGS = 400;
const MOST_MAXIMA = 20;

/** The settings of a sweep around a change: up to twenty maxima, and targets from a quarter to three times it. */
export function sweepGrid(change: ReplayChange): { targets: number[]; maxima: number[] } {
  const least = Math.max(1, change.min);
  const most = Math.max(change.max * 2, least + 4);
  const step = Math.max(1, Math.ceil((most - least) / (MOST_MAXIMA - 1)));
  const steps = Array.from({ length: MOST_MAXIMA }, (_, index) => least + index * step);
  const maxima = sorted([...steps.filter((max) => max <= most), change.max]);
  const count = Math.ceil(SETTINGS / maxima.length);
  const targets = Array.from({ length: count }, (_, index) =>
    roundTarget(change.target * 0.25 * 12 ** (index / (count - 1))),
  );
  return { targets: sorted([...targets, change.target]), maxima };
}

const sorted = (values: number[]) => [...new Set(values)].sort((one, two) => one - two);

/** Three digits are enough for a target. */
function roundTarget(value: number): number {
  return Number(value.toPrecision(3));
}

/** What one setting would have cost and missed; overload is counted against the same target for all. */
export function sweepPoint(
  prepared: Prepared,
  change: ReplayChange,
  { target, max }: { target: number; max: number },
  judgedBy: number,
  startUpMinutes: number,
): SweepPoint {
  const { running, instanceMinutes } = runSettings(
    prepared,
    changedSettings(prepared, { ...change, target, max }),
    startUpMinutes,
  );
  const load = prepared.load[prepared.tracked.metric];
  return {
    target,
    max,
    minutesAbove: load ? minutesBeyond(load, running, judgedBy) : 0,
    instanceHours: instanceMinutes / 60,
  };
}

/** The settings that no other beats in both hours and overload, cheapest first. */
export function bestPoints(points: readonly SweepPoint[]): SweepPoint[] {
  const byHours = [...points].sort(
    (one, two) => one.instanceHours - two.instanceHours || one.minutesAbove - two.minutesAbove,
  );
  let least = Number.POSITIVE_INFINITY;
  return byHours.filter(({ minutesAbove }) => {
    if (minutesAbove >= least) return false;
    least = minutesAbove;
    return true;
  });
}
