"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { findFirings } from "@/lib/alarms/firings";
import { alarmDisplay } from "@/lib/alarms/metric-facts";
import { alarmQueries } from "@/lib/alarms/queries";
import type { AlarmMetric, AlarmRule, AlarmView } from "@/lib/alarms/view";
import { metricWords } from "@/lib/alarms/words";
import { metricsParams, toMetricsQuery } from "@/lib/metrics/search-params";
import { PRESETS, type PresetId } from "@/lib/metrics/windows";
import { problemIn } from "@/lib/problem-in";

import { FiringCount } from "./firing-count";
import { ThresholdChart } from "./threshold-chart";

/** The metric of an alarm with its threshold, over a window of the reader's choice. */
export function AlarmChart({ alarm: { metric, rule } }: { alarm: AlarmView }) {
  const [params, setParams] = useQueryStates(metricsParams, { history: "replace" });
  return (
    <Panel
      title="Metric"
      actions={
        <Select
          aria-label="Window"
          className="w-40"
          value={params.range}
          onChange={(event) => void setParams({ range: event.target.value as PresetId, from: null, to: null })}
        >
          {PRESETS.map(({ id, label }) => (
            <option key={id} value={id}>
              Last {label}
            </option>
          ))}
        </Select>
      }
    >
      {metric && rule ? (
        <Chart metric={metric} rule={rule} />
      ) : (
        <p className="text-muted">An alarm on an expression, or without a fixed threshold, is not drawn here.</p>
      )}
    </Panel>
  );
}

function Chart({ metric, rule }: { metric: AlarmMetric; rule: AlarmRule }) {
  const { id } = useWorkspace();
  const [params] = useQueryStates(metricsParams);
  const { compare: _, variant: __, ...window } = toMetricsQuery(params);
  const read = useQuery(alarmQueries.metric(id, metric, window));
  if (read.isError) {
    return (
      <ErrorPanel
        title="The metric could not be read"
        problem={problemIn(read.error)}
        onRetry={() => void read.refetch()}
      />
    );
  }
  if (!read.data) return <Skeleton className="h-64" />;
  const highest = read.data.values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const firings = findFirings(read.data.values, rule);
  return (
    <div aria-busy={read.isPlaceholderData} className="aria-busy:opacity-60">
      <ThresholdChart
        name={metricWords(metric)}
        view={read.data}
        display={alarmDisplay(metric, highest || rule.threshold)}
        threshold={rule.threshold}
        firings={firings}
        zone={params.zone}
      />
      <FiringCount view={read.data} firings={firings} zone={params.zone} />
    </div>
  );
}
