import { StatusBadge } from "@/components/ui/status-badge";
import { type AlarmState, alarmStateLabel } from "@/lib/alarms/view";

const TONES = { OK: "good", ALARM: "danger", INSUFFICIENT_DATA: "idle" } as const;

/** What an alarm stands at, as icon, word and colour. */
export function AlarmStateBadge({ state }: { state: AlarmState }) {
  return <StatusBadge tone={TONES[state]} label={alarmStateLabel(state)} />;
}
