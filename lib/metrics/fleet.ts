import "server-only";
import { MAX_METRIC_QUERIES } from "@/lib/aws/cloudwatch/get-metric-data";
import { listAllEndpoints, lookInto, MAX_LOOKED_INTO } from "@/lib/endpoints/all-endpoints";
import { inPool } from "@/lib/endpoints/pool";
import { isAnswering } from "@/lib/endpoints/view";
import type { Workspace } from "@/lib/workspaces/view";

import { fillCharts } from "./answers";
import { mergeByLabel } from "./merge-lines";
import { fitInto, planFleet } from "./plan-fleet";
import { type FilledLine, prepareChart } from "./prepare-chart";
import { isSampleTraffic } from "./sample-traffic";
import type { MetricsInput } from "./schema";
import { inSections } from "./sections";
import type { FleetRow, FleetView } from "./view";
import { resolveWindow, toWish } from "./windows";

const WIDTH = 8;

/** All endpoints that answer in one set of charts: one GetMetricData, shared by all who look at the same window. */
export async function readFleetMetrics(
  workspace: Workspace,
  input: MetricsInput,
  nowMs = Date.now(),
): Promise<FleetView> {
  const wish = toWish(input);
  const window = resolveWindow(wish, nowMs);
  const { endpoints } = await listAllEndpoints(workspace);
  const answering = endpoints.filter(({ status }) => isAnswering(status));
  const details = await lookInto(workspace, answering.slice(0, MAX_LOOKED_INTO));
  const all = details.map(({ variants, ...detail }) => ({ ...detail, variants: variants.map((each) => each.name) }));
  const members = fitInto(all, MAX_METRIC_QUERIES);

  const planned = planFleet(members, window.periodSeconds);
  const filled = (await fillCharts(workspace, planned, { window, compare: wish.compare, nowMs })).map((each) => ({
    chart: each.planned.chart,
    lines: mergeByLabel(each.lines),
  }));
  const lineOf = (chartId: string, name: string) =>
    filled.find(({ chart }) => chart.id === chartId)?.lines.find(({ label }) => label === name);
  const samples = await inPool(members, WIDTH, (member) => isSampleTraffic(workspace, member));
  const rows = members.map(({ name, mode }, index): FleetRow => {
    const calls = total(lineOf("fleet-invocations", name));
    const p90 = highest(lineOf("fleet-latency", name));
    return {
      name,
      mode,
      calls,
      errors: total(lineOf("fleet-errors", name)),
      highestP90Ms: p90 === null ? null : p90 / 1_000,
      instances: latest(lineOf("fleet-instances", name)),
      isSample: samples[index] ?? false,
    };
  });
  const busiestFirst = rows.toSorted((a, b) => b.calls - a.calls || a.name.localeCompare(b.name));
  const ranks = new Map(busiestFirst.map(({ name }, index) => [name, index + 1]));
  const byRank = (a: FilledLine, b: FilledLine) => (ranks.get(a.label) ?? 0) - (ranks.get(b.label) ?? 0);
  return {
    fromMs: window.fromMs,
    toMs: window.toMs,
    periodSeconds: window.periodSeconds,
    isLive: window.isLive,
    sections: inSections(
      filled.map(({ chart, lines }) => ({
        section: chart.section,
        chart: prepareChart(
          { chart },
          lines.toSorted(byRank),
          NOTHING[chart.from] ?? "No traffic in this window.",
          ranks,
        ),
      })),
    ),
    rows: busiestFirst,
    leftOut: answering.length - members.length,
  };
}

const NOTHING: Record<string, string> = { instances: "No instance reported in this window." };

function present(line: FilledLine | undefined): number[] {
  return line?.values.filter((value) => value !== null) ?? [];
}

function total(line: FilledLine | undefined): number {
  return present(line).reduce((sum, value) => sum + value, 0);
}

function highest(line: FilledLine | undefined): number | null {
  const values = present(line);
  return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value));
}

function latest(line: FilledLine | undefined): number | null {
  return present(line).at(-1) ?? null;
}
