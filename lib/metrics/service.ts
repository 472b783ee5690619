import "server-only";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { readEndpoint } from "@/lib/endpoints/service";
import type { Workspace } from "@/lib/workspaces/view";

import { readAlarmMarks } from "./alarm-marks";
import { fillCharts } from "./answers";
import { emptyBecause } from "./empty-because";
import { readMarks } from "./marks";
import { planDashboard } from "./plan";
import { prepareChart } from "./prepare-chart";
import { isSampleTraffic } from "./sample-traffic";
import type { MetricsInput } from "./schema";
import { inSections } from "./sections";
import { sharedView } from "./shared-view";
import type { DashboardView } from "./view";
import { resolveWindow, toWish } from "./windows";

/** The dashboard of an endpoint: one GetMetricData, shared by all who look at the same window. Throws `not-found`. */
export function readEndpointMetrics(
  workspace: Workspace,
  name: string,
  input: MetricsInput,
  nowMs = Date.now(),
): Promise<DashboardView> {
  const read = () => readDashboard(workspace, name, input, nowMs);
  return sharedView(workspace, "EndpointMetrics", { name, input }, nowMs, read);
}

async function readDashboard(
  workspace: Workspace,
  name: string,
  input: MetricsInput,
  nowMs: number,
): Promise<DashboardView> {
  const endpoint = await readEndpoint(workspace, name);
  const wish = toWish(input);
  const window = resolveWindow(wish, nowMs);
  const variants = endpoint.variants.filter((variant) => !input.variant || variant.name === input.variant);
  const { charts, notEmitted } = planDashboard({
    endpoint: name,
    variants: variants.map((variant) => variant.name),
    mode: endpoint.mode,
    periodSeconds: window.periodSeconds,
    frequencySeconds: endpoint.metricFrequencySeconds,
  });
  const filled = await fillCharts(workspace, charts, { window, compare: wish.compare, nowMs });
  const hasTraffic = filled.some(
    ({ planned, lines }) =>
      planned.chart.id === TRAFFIC[endpoint.mode] && lines.some(({ values }) => values.some(Boolean)),
  );
  const facts = {
    subject: "endpoint" as const,
    hasTraffic,
    instanceTypes: variants.map(({ instanceType }) => instanceType),
    createdAt: endpoint.createdAt,
    toMs: window.toMs,
  };
  const views = filled.map(({ planned, lines, isForbidden }) => ({
    section: planned.chart.section,
    chart: prepareChart(planned, lines, emptyBecause(planned.chart, { ...facts, isForbidden })),
  }));
  const [changes, alarms] = await Promise.all([
    readMarks(workspace, endpoint, window),
    readAlarmMarks(workspace, name, window),
  ]);
  return {
    fromMs: window.fromMs,
    toMs: window.toMs,
    periodSeconds: window.periodSeconds,
    isLive: window.isLive,
    sections: inSections(views),
    notEmitted,
    marks: [...changes, ...alarms].toSorted((a, b) => a.at.localeCompare(b.at)),
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
