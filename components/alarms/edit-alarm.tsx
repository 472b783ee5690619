"use client";

import { useQueryStates } from "nuqs";

import { draftOf } from "@/lib/alarms/draft";
import { isTopic } from "@/lib/alarms/request";
import type { AlarmView } from "@/lib/alarms/view";
import { metricsParams, toMetricsQuery } from "@/lib/metrics/search-params";

import { AlarmDialog } from "./alarm-dialog";

/** The dialog in which an alarm is changed, over the window that the address names. */
export function EditAlarm({ alarm, onClose }: { alarm: AlarmView; onClose: () => void }) {
  const [params] = useQueryStates(metricsParams);
  if (!alarm.metric || !alarm.rule) return null;
  const { compare: _, variant: __, ...window } = toMetricsQuery(params);
  return (
    <AlarmDialog
      start={draftOf(alarm, alarm.metric, alarm.rule)}
      isNew={false}
      choices={[]}
      topicsNow={alarm.alarmActions.filter(isTopic)}
      window={window}
      zone={params.zone}
      onClose={onClose}
    />
  );
}
