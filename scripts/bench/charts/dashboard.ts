import { planDashboard } from "@/lib/metrics/plan.ts";
import { prepareChart } from "@/lib/metrics/prepare-chart.ts";
import { inSections } from "@/lib/metrics/sections.ts";
import type { DashboardView } from "@/lib/metrics/view.ts";

const PERIOD_SECONDS = 60;
const START_MS = Date.UTC(2026, 10, 1);
/** What the numbers of a line are about, so that no two lie on each other. */
const STEP = 0.37;

/** The twelve charts of a real-time endpoint as its page gets them, `points` minutes long, `minute` minutes later. */
export function dashboardView(points: number, minute: number): DashboardView {
  const { charts, notEmitted } = planDashboard({
    endpoint: "bench",
    variants: ["AllTraffic"],
    mode: "real-time",
    periodSeconds: PERIOD_SECONDS,
    frequencySeconds: PERIOD_SECONDS,
  });
  let line = 0;
  const views = charts.map((planned) => ({
    section: planned.chart.section,
    chart: prepareChart(
      planned,
      planned.lines.map((each) => {
        line += 1;
        return { ...each, values: valuesOf(line, points, minute), previous: null };
      }),
      "Nothing.",
    ),
  }));
  const fromMs = START_MS + minute * PERIOD_SECONDS * 1_000;
  return {
    fromMs,
    toMs: fromMs + points * PERIOD_SECONDS * 1_000,
    periodSeconds: PERIOD_SECONDS,
    isLive: true,
    sections: inSections(views),
    notEmitted,
    marks: [],
    variants: ["AllTraffic"],
    mode: "real-time",
    isSample: false,
  };
}

/** Days and nights with noise, and a gap now and then. */
function valuesOf(line: number, points: number, minute: number): (number | null)[] {
  return Array.from({ length: points }, (_, index) => {
    const at = index + minute;
    if (at % 211 < 3) return null;
    const noise = ((at * 7_919 + line * 104_729) % 97) / 97;
    return 40 + line * STEP + 30 * Math.sin((at / 1_440) * 2 * Math.PI) + 8 * noise;
  });
}
