import type { ScheduledAction } from "../engine/scheduled-actions";
import type { ScheduledConfig } from "../schema";

/** A scheduled action in the words of the engine. */
export function toAction({ name, schedule, timezone, startAt, endAt, min, max }: ScheduledConfig): ScheduledAction {
  const at = (moment: string | null) => (moment === null ? null : Date.parse(moment));
  return { name, schedule, timeZone: timezone, startMs: at(startAt), endMs: at(endAt), createdMs: 0, min, max };
}
