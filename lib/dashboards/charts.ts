import "server-only";
import type { ChartRow } from "@/catalog/metrics/schema";
import { pickableChart } from "@/catalog/metrics/select";
import { MAX_METRIC_QUERIES } from "@/lib/aws/cloudwatch/get-metric-data";
import { inPool } from "@/lib/endpoints/pool";
import { readAlarmMarks } from "@/lib/metrics/alarm-marks";
import { fillCharts } from "@/lib/metrics/answers";
import { emptyBecause, notEmitted } from "@/lib/metrics/empty-because";
import { readMarks } from "@/lib/metrics/marks";
import { mergeByLabel } from "@/lib/metrics/merge-lines";
import type { PlannedChart } from "@/lib/metrics/plan";
import { prepareChart } from "@/lib/metrics/prepare-chart";
import { isSampleTraffic } from "@/lib/metrics/sample-traffic";
import type { MetricsInput } from "@/lib/metrics/schema";
import { sharedView } from "@/lib/metrics/shared-view";
import type { ChartView } from "@/lib/metrics/view";
import { resolveWindow, toWish } from "@/lib/metrics/windows";
import type { Workspace } from "@/lib/workspaces/view";

import { kindOf } from "./panels";
import { planPanel } from "./plan-panel";
import type { DashboardPanel } from "./schema";
import { readDashboard } from "./service";
import { readSubjects, type Subject, type Subjects, subjectKey } from "./subjects";
import type { DashboardChartsView } from "./view";

const WIDTH = 8;

/** The charts of a dashboard: one GetMetricData, shared by all who look at the same window. Throws `not-found`. */
export async function readDashboardCharts(
  workspace: Workspace,
  id: string,
  input: MetricsInput,
  nowMs = Date.now(),
): Promise<DashboardChartsView> {
  const { panels } = await readDashboard(workspace, id);
  const read = () => readCharts(workspace, panels, input, nowMs);
  return sharedView(workspace, "DashboardCharts", { panels, input }, nowMs, read);
}

async function readCharts(
  workspace: Workspace,
  panels: readonly DashboardPanel[],
  input: MetricsInput,
  nowMs: number,
): Promise<DashboardChartsView> {
  const wish = toWish(input);
  const window = resolveWindow(wish, nowMs);
  const subjects = await readSubjects(workspace, panels);
  const planned = fitInto(panels.flatMap((panel) => planOf(panel, subjects, window.periodSeconds)));
  const asked = planned.filter(({ fits }) => fits);
  const filled = await fillCharts(
    workspace,
    asked.map(({ plan }) => plan),
    { window, compare: wish.compare, nowMs },
  );
  const charts = planned.map((each): ChartView => {
    const answer = filled[asked.indexOf(each)];
    const lines = answer?.lines ?? [];
    const nothing = each.fits ? whyNothing(each, answer?.isForbidden ?? false, window.toMs) : TOO_MANY;
    const view = prepareChart(each.plan, each.found.length > 1 ? mergeByLabel(lines) : lines, nothing);
    return { ...view, id: each.panel.id, title: titleOf(each) };
  });
  const endpoints = [...subjects.values()].flatMap((subject) => (subject.of === "endpoints" ? [subject.endpoint] : []));
  const marks = await inPool(endpoints, WIDTH, async (endpoint) =>
    [
      ...(await readMarks(workspace, endpoint, window)),
      ...(await readAlarmMarks(workspace, endpoint.name, window)),
    ].map((mark) => ({ ...mark, label: `${endpoint.name}: ${mark.label}` })),
  );
  const samples = await inPool(endpoints, WIDTH, (endpoint) => isSampleTraffic(workspace, endpoint));
  return {
    fromMs: window.fromMs,
    toMs: window.toMs,
    periodSeconds: window.periodSeconds,
    isLive: window.isLive,
    charts,
    marks: marks.flat().toSorted((a, b) => a.at.localeCompare(b.at)),
    samples: endpoints.flatMap(({ name }, index) => (samples[index] ? [name] : [])),
  };
}

type Plan = { panel: DashboardPanel; chart: ChartRow; found: Subject[]; plan: PlannedChart };

function planOf(panel: DashboardPanel, subjects: Subjects, periodSeconds: number): Plan[] {
  const chart = pickableChart(panel.chart);
  if (!chart) return [];
  const found = panel.names.flatMap((name) => subjects.get(subjectKey(kindOf(chart), name)) ?? []);
  return [{ panel, chart, found, plan: planPanel(chart, found, periodSeconds) }];
}

const TOO_MANY = `One request to CloudWatch takes ${MAX_METRIC_QUERIES} series, and the charts before this one need them all.`;

/** First come first served: what no longer fits into one request is not asked for. */
function fitInto(plans: readonly Plan[]): (Plan & { fits: boolean })[] {
  let left = MAX_METRIC_QUERIES;
  return plans.map((each) => {
    const needed = each.plan.lines.reduce((sum, { queries }) => sum + queries.length, 0);
    const fits = needed <= left;
    if (fits) left -= needed;
    return { ...each, fits };
  });
}

function titleOf({ chart, panel: { names } }: Plan): string {
  const kind = { endpoints: "endpoints", training: "jobs", transform: "jobs" }[kindOf(chart)];
  return `${chart.title}: ${names.length === 1 ? names[0] : `${names.length} ${kind}`}`;
}

function whyNothing({ chart, panel, found, plan }: Plan, isForbidden: boolean, toMs: number): string {
  const [first] = found;
  if (!first) return `${panel.names.join(", ")}: not there any more.`;
  if (first.of === "endpoints") {
    if (plan.lines.length === 0) {
      return notEmitted(
        chart,
        found.flatMap((each) => (each.of === "endpoints" ? each.endpoint.mode : [])),
      );
    }
  } else if (plan.lines.length === 0)
    return "No instance of the job has written a log yet: its metrics go by their names.";
  return emptyBecause(chart, {
    subject: first.of === "endpoints" ? "endpoint" : "job",
    // Another chart may have traffic, but not this one.
    hasTraffic: false,
    isForbidden,
    instanceTypes: found.flatMap((each) =>
      each.of === "endpoints" ? each.endpoint.variants.map(({ instanceType }) => instanceType) : each.instanceType,
    ),
    createdAt: found.length > 1 ? null : first.of === "endpoints" ? first.endpoint.createdAt : first.createdAt,
    toMs,
  });
}
