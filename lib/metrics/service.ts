import "server-only";
import { CHART_SECTIONS } from "@/catalog/metrics/charts";
import { getMetricAnswers, type MetricAnswer, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { readEndpoint } from "@/lib/endpoints/service";
import type { Workspace } from "@/lib/workspaces/view";

import { emptyBecause } from "./empty-because";
import { fill, toInstances } from "./fill";
import { readMarks } from "./marks";
import { type PlannedChart, type PlannedLine, planDashboard } from "./plan";
import { type FilledLine, prepareChart } from "./prepare-chart";
import { isSampleTraffic } from "./sample-traffic";
import type { MetricsInput } from "./schema";
import type { ChartView, DashboardView } from "./view";
import { type MetricsWindow, resolveWindow } from "./windows";

/** The dashboard of an endpoint: one GetMetricData, shared by all who look at the same window. Throws `not-found`. */
export async function readEndpointMetrics(
  workspace: Workspace,
  name: string,
  input: MetricsInput,
  nowMs = Date.now(),
): Promise<DashboardView> {
  const endpoint = await readEndpoint(workspace, name);
  const window = resolveWindow(
    { range: input.range, from: input.from ?? null, to: input.to ?? null, compare: input.compare === "true" },
    nowMs,
  );
  const variants = endpoint.variants.filter((variant) => !input.variant || variant.name === input.variant);
  const { charts, notEmitted } = planDashboard({
    endpoint: name,
    variants: variants.map((variant) => variant.name),
    mode: endpoint.mode,
    periodSeconds: window.periodSeconds,
  });
  const lengthMs = window.toMs - window.fromMs;
  const answers = await ask(workspace, charts, {
    from: new Date(input.compare === "true" ? window.fromMs - lengthMs : window.fromMs),
    to: new Date(window.toMs),
  });
  const filled = charts.map((planned) => ({
    planned,
    lines: planned.lines.map((line) => fillLine(planned, line, answers, window, input.compare === "true", nowMs)),
  }));
  const hasTraffic = filled.some(
    ({ planned, lines }) =>
      planned.chart.id === TRAFFIC[endpoint.mode] && lines.some(({ values }) => values.some(Boolean)),
  );
  const views = filled.map(({ planned, lines }): [string, ChartView] => {
    const facts = {
      hasTraffic,
      isForbidden: lines.some(({ queries }) => queries.some((query) => answers.get(query)?.isForbidden)),
      instanceTypes: variants.map(({ instanceType }) => instanceType),
      createdAt: endpoint.createdAt,
      toMs: window.toMs,
    };
    return [planned.chart.section, prepareChart(planned, lines, emptyBecause(planned.chart, facts))];
  });
  return {
    fromMs: window.fromMs,
    toMs: window.toMs,
    periodSeconds: window.periodSeconds,
    sections: CHART_SECTIONS.map(({ id, title }) => ({
      id,
      title,
      charts: views.flatMap(([section, chart]) => (section === id ? [chart] : [])),
    })).filter((section) => section.charts.length > 0),
    notEmitted,
    marks: await readMarks(workspace, endpoint, window),
    variants: endpoint.variants.map((variant) => variant.name),
    mode: endpoint.mode,
    isSample: await isSampleTraffic(workspace, endpoint),
  };
}

/** The chart that tells whether anybody called. */
const TRAFFIC: Record<EndpointDetail["mode"], string> = {
  "real-time": "invocations",
  serverless: "invocations",
  async: "processed",
};

type Answers = Map<MetricQuery, MetricAnswer>;

async function ask(workspace: Workspace, charts: PlannedChart[], span: { from: Date; to: Date }): Promise<Answers> {
  const queries = charts.flatMap(({ lines }) => lines.flatMap((line) => line.queries));
  const answers = await getMetricAnswers(workspace, queries, span);
  return new Map(answers.flatMap((answer, index) => (queries[index] ? [[queries[index], answer] as const] : [])));
}

function fillLine(
  { chart }: PlannedChart,
  line: PlannedLine,
  answers: Answers,
  window: MetricsWindow,
  compare: boolean,
  nowMs: number,
): FilledLine {
  const points = line.queries.map((query) => answers.get(query)?.points ?? []).find(({ length }) => length > 0) ?? [];
  const lengthMs = window.toMs - window.fromMs;
  const read = (span: MetricsWindow) => {
    const values = fill(points, span);
    return chart.reading === "instances" ? toInstances(values, span, nowMs) : values;
  };
  const before = { ...window, fromMs: window.fromMs - lengthMs, toMs: window.fromMs };
  return { ...line, values: read(window), previous: compare ? read(before) : null };
}
