import "server-only";
import { describeComponent } from "@/lib/aws/sagemaker/inference-components";
import { readEndpoint } from "@/lib/endpoints/service";
import type { Workspace } from "@/lib/workspaces/view";

import { fillCharts } from "./answers";
import { emptyBecause } from "./empty-because";
import { readMarks } from "./marks";
import { planComponent } from "./plan";
import { prepareChart } from "./prepare-chart";
import type { MetricsInput } from "./schema";
import { inSections } from "./sections";
import type { ComponentDashboard } from "./view";
import { resolveWindow, toWish } from "./windows";

/** The dashboard of an inference component: one GetMetricData, shared by all who look at the same window. Throws `not-found`. */
export async function readComponentMetrics(
  workspace: Workspace,
  name: string,
  input: MetricsInput,
  nowMs = Date.now(),
): Promise<ComponentDashboard> {
  const component = await describeComponent(workspace, name);
  const endpoint = await readEndpoint(workspace, component.endpoint);
  const wish = toWish(input);
  const window = resolveWindow(wish, nowMs);
  const charts = planComponent(name, window.periodSeconds);
  const filled = await fillCharts(workspace, charts, { window, compare: wish.compare, nowMs });
  const hasTraffic = filled.some(
    ({ planned, lines }) => planned.chart.id === TRAFFIC && lines.some(({ values }) => values.some(Boolean)),
  );
  const facts = {
    subject: "component" as const,
    hasTraffic,
    instanceTypes: endpoint.variants.map(({ instanceType }) => instanceType),
    createdAt: component.createdAt,
    toMs: window.toMs,
  };
  const views = filled.map(({ planned, lines, isForbidden }) => ({
    section: planned.chart.section,
    chart: prepareChart(planned, lines, emptyBecause(planned.chart, { ...facts, isForbidden })),
  }));
  return {
    fromMs: window.fromMs,
    toMs: window.toMs,
    periodSeconds: window.periodSeconds,
    isLive: window.isLive,
    sections: inSections(views),
    marks: await readMarks(workspace, endpoint, window),
  };
}

/** The chart that tells whether anybody called. */
const TRAFFIC = "component-invocations";
