"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { newDraft } from "@/lib/alarms/draft";
import { chartAlarmParams } from "@/lib/alarms/search-params";
import { metricsQueries } from "@/lib/metrics/queries";
import { metricsParams, toMetricsQuery } from "@/lib/metrics/search-params";

import { AlarmDialog } from "./alarm-dialog";

/** The dialog for an alarm on the chart that the address names, over the window that the dashboard shows. */
export function ChartAlarm({ endpoint }: { endpoint: string }) {
  const { id } = useWorkspace();
  const [{ alarmOn }, setParams] = useQueryStates(chartAlarmParams);
  const [params] = useQueryStates(metricsParams);
  const query = toMetricsQuery(params);
  const { data } = useQuery({ ...metricsQueries.endpoint(id, endpoint, query), enabled: alarmOn !== null });
  const chart = data?.sections.flatMap(({ charts }) => charts).find((each) => each.id === alarmOn);
  const start = data && chart && newDraft(chart.metrics, { name: endpoint, mode: data.mode, variants: data.variants });
  if (!start) return null;
  const { compare: _, variant: __, ...window } = query;
  return (
    <AlarmDialog
      key={chart.id}
      start={start}
      isNew
      choices={chart.metrics}
      hasVariants={data.variants.length > 1}
      window={window}
      zone={params.zone}
      onClose={() => void setParams({ alarmOn: null })}
    />
  );
}
