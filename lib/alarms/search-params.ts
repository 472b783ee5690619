import { parseAsString, parseAsStringLiteral } from "nuqs/server";

import { ALARM_STATES, type AlarmListView, type AlarmView } from "./view";
import { alarmSentence } from "./words";

/** What the list of alarms keeps in its address; `alarm` opens one. */
export const alarmListParams = {
  search: parseAsString.withDefault(""),
  state: parseAsStringLiteral(ALARM_STATES),
  endpoint: parseAsString.withDefault(""),
  alarm: parseAsString.withDefault(""),
};

/** The chart of a dashboard on which an alarm is being written. */
export const chartAlarmParams = { alarmOn: parseAsString };

type Filter = { search: string; state: AlarmView["state"] | null; endpoint: string };

const ORDER: Record<AlarmView["state"], number> = { ALARM: 0, INSUFFICIENT_DATA: 1, OK: 2 };

/** The alarms that a filter leaves: those in alarm first, then by what changed last. */
export function filterAlarms(
  { alarms }: Pick<AlarmListView, "alarms">,
  { search, state, endpoint }: Filter,
): AlarmView[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  const text = (alarm: AlarmView) => `${alarm.name} ${alarmSentence(alarm)} ${alarm.description ?? ""}`.toLowerCase();
  return alarms
    .filter((alarm) => (state === null || alarm.state === state) && (endpoint === "" || alarm.endpoint === endpoint))
    .filter((alarm) => words.every((word) => text(alarm).includes(word)))
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || (b.stateAt ?? "").localeCompare(a.stateAt ?? ""));
}
