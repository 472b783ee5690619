import { CHART_SECTIONS } from "@/catalog/metrics/charts";

import type { ChartView, SectionView } from "./view";

/** Charts under the headings of the catalogue, in its order; headings without a chart are left out. */
export function inSections(views: readonly { section: string; chart: ChartView }[]): SectionView[] {
  return CHART_SECTIONS.map(({ id, title }) => ({
    id,
    title,
    charts: views.flatMap(({ section, chart }) => (section === id ? [chart] : [])),
  })).filter(({ charts }) => charts.length > 0);
}
