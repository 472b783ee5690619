import "server-only";
import { listAllEndpoints } from "@/lib/endpoints/all-endpoints";
import { isAnswering } from "@/lib/endpoints/view";
import type { Workspace } from "@/lib/workspaces/view";

import { fillCharts } from "./answers";
import { emptyBecause, notEmitted } from "./empty-because";
import { readFleetMembers } from "./fleet-members";
import { mergeByLabel } from "./merge-lines";
import { fitInto, planFleet } from "./plan-fleet";
import { type FilledLine, prepareChart } from "./prepare-chart";
import type { MetricsInput } from "./schema";
import { inSections } from "./sections";
import { sharedView } from "./shared-view";
import type { FleetRow, FleetView } from "./view";
import { resolveWindow, toWish } from "./windows";

const MAX_ENDPOINTS = 500;
/** AWS charges for each series: twelve calls of GetMetricData. */
const MAX_SERIES = 6_000;
/** Of all series together: the more there are, the longer are the periods of a long window. */
const MAX_POINTS = 600_000;

/**
 * The newest 500 endpoints that answer in one set of charts: GetMetricData for each 500 series, shared by all who look at
 * the same window. Only endpoints that changed since the last look are described.
 */
export function readFleetMetrics(workspace: Workspace, input: MetricsInput, nowMs = Date.now()): Promise<FleetView> {
  return sharedView(workspace, "FleetMetrics", input, nowMs, () => readFleet(workspace, input, nowMs));
}

async function readFleet(workspace: Workspace, input: MetricsInput, nowMs: number): Promise<FleetView> {
  const wish = toWish(input);
  const { endpoints } = await listAllEndpoints(workspace);
  const answering = endpoints.filter(({ status }) => isAnswering(status));
  const all = await readFleetMembers(workspace, answering.slice(0, MAX_ENDPOINTS));
  const { members, series } = fitInto(all, MAX_SERIES);
  const window = resolveWindow(wish, nowMs, MAX_POINTS / Math.max(1, series) / (wish.compare ? 2 : 1));

  const planned = planFleet(members, window.periodSeconds);
  const filled = (await fillCharts(workspace, planned, { window, compare: wish.compare, nowMs })).map((each) => ({
    chart: each.planned.chart,
    lines: mergeByLabel(each.lines),
    isForbidden: each.isForbidden,
  }));
  const byName = new Map(
    filled.map(({ chart, lines }) => [chart.id, new Map(lines.map((line) => [line.label, line]))]),
  );
  const lineOf = (chartId: string, name: string) => byName.get(chartId)?.get(name);
  const rows = members.map(({ name, mode, isSample }): FleetRow => {
    const calls = total(lineOf("fleet-invocations", name));
    const p90 = highest(lineOf("fleet-latency", name));
    return {
      name,
      mode,
      calls,
      errors: total(lineOf("fleet-errors", name)),
      highestP90Ms: p90 === null ? null : p90 / 1_000,
      instances: latest(lineOf("fleet-instances", name)),
      isSample: calls > 0 && isSample,
    };
  });
  const busiestFirst = rows.toSorted((a, b) => b.calls - a.calls || a.name.localeCompare(b.name));
  const ranks = new Map(busiestFirst.map(({ name }, index) => [name, index + 1]));
  const byRank = (a: FilledLine, b: FilledLine) => (ranks.get(a.label) ?? 0) - (ranks.get(b.label) ?? 0);
  const hasTraffic = rows.some(({ calls }) => calls > 0);
  const whyNothing = ({ chart, lines, isForbidden }: (typeof filled)[number]) =>
    lines.length === 0
      ? notEmitted(
          chart,
          members.map(({ mode }) => mode),
        )
      : emptyBecause(chart, {
          subject: "endpoint",
          hasTraffic,
          isForbidden,
          instanceTypes: [],
          createdAt: null,
          toMs: window.toMs,
        });
  return {
    fromMs: window.fromMs,
    toMs: window.toMs,
    periodSeconds: window.periodSeconds,
    isLive: window.isLive,
    sections: inSections(
      filled.map((each) => ({
        section: each.chart.section,
        chart: {
          ...prepareChart(each, each.lines.toSorted(byRank), whyNothing(each), ranks),
          // No alarm is made from here, and the names of hundreds of metrics would be most of the answer.
          metrics: [],
        },
      })),
    ),
    rows: busiestFirst,
    leftOut: answering.length - members.length,
  };
}

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
