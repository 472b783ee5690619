import { CHART_SECTIONS } from "@/catalog/metrics/charts";
import { type ChartRow, JOB_KINDS, type JobKind } from "@/catalog/metrics/schema";
import { pickableChart, pickableCharts } from "@/catalog/metrics/select";

import type { DashboardPanel } from "./schema";

export type SubjectKind = "endpoints" | JobKind;

/** Whether a chart is of endpoints or of jobs, and of which. */
export function kindOf({ section }: Pick<ChartRow, "section">): SubjectKind {
  return JOB_KINDS.find((kind) => kind === section) ?? "endpoints";
}

/** Every chart to choose from, under the headings under which dashboards show them. */
export function chartChoices(): { title: string; charts: ChartRow[] }[] {
  return CHART_SECTIONS.map(({ id, title }) => ({
    title,
    charts: pickableCharts().filter(({ section }) => section === id),
  })).filter(({ charts }) => charts.length > 0);
}

/** A further panel: of the same as the last one, with the first chart that does not show it yet. */
export function nextPanel(panels: readonly DashboardPanel[]): DashboardPanel {
  const names = panels.at(-1)?.names ?? [];
  const kind = kindOf(pickableChart(panels.at(-1)?.chart ?? "") ?? { section: "traffic" });
  const taken = new Set(panels.filter((panel) => panel.names.join() === names.join()).map(({ chart }) => chart));
  const ofKind = pickableCharts().filter((chart) => kindOf(chart) === kind);
  const chart = ofKind.find(({ id }) => !taken.has(id)) ?? ofKind[0];
  return withId(panels, { chart: chart?.id ?? "invocations", names });
}

/** A panel with another chart; what it shows stays where the chart is of the same kind. */
export function withChart(panels: readonly DashboardPanel[], id: string, chartId: string): DashboardPanel[] {
  return panels.map((panel) => {
    const [before, after] = [pickableChart(panel.chart), pickableChart(chartId)];
    if (panel.id !== id || !after) return panel;
    const names = before && kindOf(before) === kindOf(after) ? panel.names : [];
    return withId(
      panels.filter((other) => other.id !== id),
      { chart: chartId, names },
    );
  });
}

/** The panels with one of them a place nearer to the beginning (-1) or the end (1). */
export function moved(panels: readonly DashboardPanel[], id: string, step: 1 | -1): DashboardPanel[] {
  const from = panels.findIndex((panel) => panel.id === id);
  const panel = panels[from];
  const to = from + step;
  if (!panel || to < 0 || to >= panels.length) return [...panels];
  return panels.toSpliced(from, 1).toSpliced(to, 0, panel);
}

/** Ids name the files of charts too: `cpu`, and `cpu-2` beside it. */
function withId(others: readonly DashboardPanel[], panel: Omit<DashboardPanel, "id">): DashboardPanel {
  const taken = new Set(others.map(({ id }) => id));
  let id = panel.chart;
  for (let count = 2; taken.has(id); count += 1) id = `${panel.chart}-${count}`;
  return { ...panel, id };
}
