import type { AlarmHistoryItem } from "@aws-sdk/client-cloudwatch";

import { ALARM_STATES, type AlarmEvent } from "@/lib/alarms/view";

const KINDS = ["StateUpdate", "ConfigurationUpdate", "Action"] as const;

/** A row of an alarm's history; a change of state carries its reason in JSON. */
export function toAlarmEvent({
  Timestamp,
  HistoryItemType,
  HistorySummary,
  HistoryData,
}: AlarmHistoryItem): AlarmEvent {
  const { stateValue, stateReason } = newState(HistoryData);
  return {
    at: Timestamp?.toISOString() ?? "",
    kind: KINDS.find((kind) => kind === HistoryItemType) ?? "other",
    summary: HistorySummary ?? "",
    state: ALARM_STATES.find((state) => state === stateValue) ?? null,
    reason: stateReason ?? null,
  };
}

type State = { stateValue?: string; stateReason?: string };

function newState(data: string | undefined): State {
  try {
    return (JSON.parse(data ?? "{}") as { newState?: State }).newState ?? {};
  } catch {
    return {};
  }
}
