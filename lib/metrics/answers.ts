import "server-only";
import type { ChartRow } from "@/catalog/metrics/schema";
import { getMetricAnswers, type MetricAnswer, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import type { Workspace } from "@/lib/workspaces/view";

import { fill, toInstances } from "./fill";
import type { PlannedChart, PlannedLine } from "./plan";
import type { FilledLine } from "./prepare-chart";
import type { MetricsWindow } from "./windows";

type Answers = Map<MetricQuery, MetricAnswer>;
export type Asked = { window: MetricsWindow; compare: boolean; nowMs: number };

/** Asks for all lines of all charts in one call, over the window before as well when it is compared. */
export async function fillCharts(
  workspace: Workspace,
  charts: readonly PlannedChart[],
  asked: Asked,
): Promise<{ planned: PlannedChart; lines: FilledLine[]; isForbidden: boolean }[]> {
  const { window, compare } = asked;
  const queries = charts.flatMap(({ lines }) => lines.flatMap((line) => line.queries));
  const from = compare ? before(window).fromMs : window.fromMs;
  const all = await getMetricAnswers(workspace, queries, { from: new Date(from), to: new Date(window.toMs) });
  const answers: Answers = new Map(
    all.flatMap((answer, index) => (queries[index] ? [[queries[index], answer] as const] : [])),
  );
  return charts.map((planned) => ({
    planned,
    lines: planned.lines.map((line) => fillLine(planned.chart, line, answers, asked)),
    isForbidden: planned.lines.some((line) => line.queries.some((query) => answers.get(query)?.isForbidden)),
  }));
}

function fillLine({ reading }: ChartRow, line: PlannedLine, answers: Answers, asked: Asked): FilledLine {
  const points = line.queries.map((query) => answers.get(query)?.points ?? []).find(({ length }) => length > 0) ?? [];
  const read = (window: MetricsWindow) => {
    const values = fill(points, window);
    return reading === "instances" ? toInstances(values, window, asked.nowMs, line.frequencySeconds) : values;
  };
  return { ...line, values: read(asked.window), previous: asked.compare ? read(before(asked.window)) : null };
}

/** The window just before, of the same length. */
function before(window: MetricsWindow): MetricsWindow {
  return { ...window, fromMs: window.fromMs - (window.toMs - window.fromMs), toMs: window.fromMs };
}
