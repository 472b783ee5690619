import type { z } from "zod";

import type { ChartRow, JobKind, MetricRow } from "./schema";

const NAMESPACES = {
  training: "/aws/sagemaker/TrainingJobs",
  transform: "/aws/sagemaker/TransformJobs",
} as const satisfies Record<JobKind, MetricRow["namespace"]>;

type Measure = { name: string; id: string; title: string; help: string; isOfGpu?: boolean };

const MEASURES: readonly Measure[] = [
  { name: "CPUUtilization", id: "cpu", title: "CPU", help: "Of each instance; 100 % for each core." },
  { name: "MemoryUtilization", id: "memory", title: "Memory", help: "Of each instance." },
  { name: "DiskUtilization", id: "disk", title: "Disk", help: "Of each instance's volume." },
  { name: "GPUUtilization", id: "gpu", title: "GPU", help: "Of each instance; 100 % for each GPU.", isOfGpu: true },
  {
    name: "GPUMemoryUtilization",
    id: "gpu-memory",
    title: "GPU memory",
    help: "Of each instance; 100 % for each GPU.",
    isOfGpu: true,
  },
];

/** SageMaker publishes no disk of transform jobs. */
const isPublished = (kind: JobKind, { id }: Measure) => kind === "training" || id !== "disk";

const metricsOf = (kind: JobKind): MetricRow[] =>
  MEASURES.filter((measure) => isPublished(kind, measure)).map(({ name }) => ({
    id: `${kind}/${name}`,
    namespace: NAMESPACES[kind],
    names: [name],
    dimensions: "host",
    unit: "Percent",
    stats: ["Average", "Minimum", "Maximum"],
    modes: [kind],
  }));

const chartsOf = (kind: JobKind): z.input<typeof ChartRow>[] =>
  MEASURES.filter((measure) => isPublished(kind, measure)).map(({ name, id, title, help, isOfGpu = false }) => ({
    id: `${kind}-${id}`,
    title: `${title} of ${kind === "training" ? "training" : "transform"} jobs`,
    section: kind,
    help,
    from: isOfGpu ? "gpus" : "instances",
    lines: [{ metric: `${kind}/${name}`, stat: "Average", label: "average" }],
  }));

/** Utilisation of the instances that run jobs. */
export const JOB_METRICS: readonly MetricRow[] = [...metricsOf("training"), ...metricsOf("transform")];

/** A line for each instance of a job. */
export const JOB_CHARTS = [...chartsOf("training"), ...chartsOf("transform")];
