import { wantedBy } from "./activity-words";
import type { ActivityView } from "./target-view";

type Input = {
  /** Starts of periods, epoch seconds, rising. */
  times: readonly number[];
  periodSeconds: number;
  /** Newest first. */
  activities: readonly ActivityView[];
  /** What it is to be now; null: not known. */
  current: number | null;
  nowMs: number;
};

/**
 * What scaling asked for at the end of each period. After the newest activity it is what there is now; before the oldest
 * known one nothing is known, unless nothing was ever scaled: then it was always so.
 */
export function capacityLine({ times, periodSeconds, activities, current, nowMs }: Input): (number | null)[] {
  const changes = activities
    .flatMap((activity) => {
      const to = activity.status === "Failed" ? null : wantedBy(activity);
      return to === null ? [] : [{ atMs: Date.parse(activity.at), to }];
    })
    .toSorted((a, b) => a.atMs - b.atMs);
  let next = 0;
  let value: number | null = changes.length === 0 ? current : null;
  return times.map((start) => {
    const endMs = (start + periodSeconds) * 1_000;
    for (let change = changes[next]; change && change.atMs < endMs; change = changes[next]) {
      value = change.to;
      next += 1;
    }
    if (start * 1_000 > nowMs) return null;
    // Something else than scaling may have changed it since.
    return endMs > nowMs && current !== null ? current : value;
  });
}
