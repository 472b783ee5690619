import type { TimeLine } from "@/lib/charts/time-chart";

/** Why values are missing that may not be read: CloudWatch says it of each metric by itself. */
export const FORBIDDEN = "Not permitted: the console's role may not read this metric.";

/** A metric behind a line of a chart. */
export type ChartMetric = {
  label: string;
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
  stat: string;
};

/** A chart of a dashboard, ready to be drawn. */
export type ChartView = {
  id: string;
  title: string;
  help: string;
  /** Where in CloudWatch it is: `AWS/SageMaker ModelLatency`. */
  source: string;
  /** ` ms`, `%`; empty for counts. */
  unit: string;
  lines: TimeLine[];
  /** Every metric that the chart can show, those without data too. */
  metrics: ChartMetric[];
  /** Lines that were left out because there are too many to tell apart. */
  leftOut: number;
  /** Why there is nothing to draw; null when there is something. */
  emptyBecause: string | null;
};

export type SectionView = { id: string; title: string; charts: ChartView[] };

/** Something that happened to an endpoint, drawn as a line through its charts. */
export type MarkView = { at: string; label: string; kind: "change" | "alarm" };

export type DashboardView = {
  fromMs: number;
  toMs: number;
  periodSeconds: number;
  /** It ends now: its last point is not complete. */
  isLive: boolean;
  sections: SectionView[];
  /** Titles of charts that this kind of endpoint does not have. */
  notEmitted: string[];
  marks: MarkView[];
  variants: string[];
  mode: "real-time" | "serverless" | "async";
  /** Its traffic was made up by a scenario of the emulator. */
  isSample: boolean;
};

/** An inference component in a window of time. */
export type ComponentDashboard = Pick<
  DashboardView,
  "fromMs" | "toMs" | "periodSeconds" | "isLive" | "sections" | "marks"
>;

/** An endpoint in a window of time; null where CloudWatch has nothing. */
export type FleetRow = {
  name: string;
  mode: DashboardView["mode"];
  calls: number;
  errors: number;
  /** The highest p90 of any period, of the slowest variant. */
  highestP90Ms: number | null;
  instances: number | null;
  /** Its traffic was made up by a scenario of the emulator. */
  isSample: boolean;
};

export type FleetView = Pick<DashboardView, "fromMs" | "toMs" | "periodSeconds" | "isLive" | "sections"> & {
  /** Busiest first. */
  rows: FleetRow[];
  /** Endpoints beyond those that a refresh covers. */
  leftOut: number;
};
