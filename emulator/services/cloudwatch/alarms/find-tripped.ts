import type { EmulatorContext } from "../../../context.ts";
import { createAlarmFollower } from "./alarm-clock.ts";
import { type AlarmHistoryItem, findAlarm, openAlarmHistory } from "./alarm-store.ts";

/** The first of some alarms that stood at ALARM between two times, and since when within them; null when none did. */
export function alarmWatch(context: EmulatorContext) {
  let opened: { history: ReturnType<typeof openAlarmHistory>; catchUp(): void } | null = null;

  function open() {
    if (opened) return opened;
    const history = openAlarmHistory(context.database);
    opened = { history, catchUp: createAlarmFollower(context, history).catchUp };
    return opened;
  }

  return (region: string, names: string[], from: number, to: number): { name: string; at: number } | null => {
    const { history, catchUp } = open();
    catchUp();
    const tripped = names.flatMap((name) => {
      const alarm = findAlarm(context.records, region, name);
      if (!alarm) return [];
      const at = firstAlarmAt(history.list(region, name), alarm, from, to);
      return at === null ? [] : [{ name, at }];
    });
    return tripped.toSorted((a, b) => a.at - b.at)[0] ?? null;
  };
}

function firstAlarmAt(
  history: AlarmHistoryItem[],
  now: { state: string; stateAt: number },
  from: number,
  to: number,
): number | null {
  const changes = history
    .filter(({ type }) => type === "StateUpdate")
    .map(({ at, data }) => ({ at, ...readStates(data) }))
    .toReversed();
  const before = changes.findLast(({ at }) => at <= from);
  const first = changes.find(({ at }) => at > from);
  const stateAtStart = before?.after ?? first?.before ?? now.state;
  if (stateAtStart === "ALARM") return from;
  return changes.find(({ at, after }) => at > from && at <= to && after === "ALARM")?.at ?? null;
}

function readStates(data: string): { before: string; after: string } {
  const { oldState, newState } = JSON.parse(data) as Record<"oldState" | "newState", { stateValue: string }>;
  return { before: oldState.stateValue, after: newState.stateValue };
}
