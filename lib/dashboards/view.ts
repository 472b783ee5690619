import type { ChartView, DashboardView } from "@/lib/metrics/view";

import type { DashboardPanel } from "./schema";

/** A dashboard that people of the workspace made. */
export type SavedDashboard = {
  id: string;
  name: string;
  panels: DashboardPanel[];
  memberId: string;
  memberName: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  version: number;
};

/** Its charts in a window of time, in its order; a chart's id is that of its panel. */
export type DashboardChartsView = Pick<DashboardView, "fromMs" | "toMs" | "periodSeconds" | "isLive" | "marks"> & {
  charts: ChartView[];
  /** Endpoints whose traffic an emulator made up. */
  samples: string[];
};
