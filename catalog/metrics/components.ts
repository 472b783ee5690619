import type { z } from "zod";

import type { ChartRow, MetricRow } from "./schema";

type Row = z.input<typeof ChartRow>;

const of = (
  name: string,
  unit: MetricRow["unit"],
  stats: MetricRow["stats"],
  namespace: MetricRow["namespace"] = "AWS/SageMaker",
): MetricRow => ({
  id: `component/${name}`,
  namespace,
  names: [name],
  dimensions: "component",
  unit,
  stats,
  modes: ["component"],
});
const measured: MetricRow["stats"] = ["Average", "Sum", "Minimum", "Maximum", "SampleCount", "pNN"];
const share = (name: string) =>
  of(name, "Percent", ["Average", "Minimum", "Maximum"], "/aws/sagemaker/InferenceComponents");

/** What SageMaker publishes of an inference component. */
export const COMPONENT_METRICS: readonly MetricRow[] = [
  of("Invocations", "None", ["Sum"]),
  of("InvocationsPerCopy", "None", ["Sum"]),
  of("Invocation4XXErrors", "None", ["Average", "Sum"]),
  of("Invocation5XXErrors", "None", ["Average", "Sum"]),
  of("InvocationModelErrors", "None", ["Average", "Sum"]),
  of("NoCapacityInvocationFailures", "None", ["Sum"]),
  of("ConcurrentRequestsPerCopy", "None", ["Minimum", "Maximum"]),
  of("ModelLatency", "Microseconds", measured),
  of("OverheadLatency", "Microseconds", measured),
  share("CPUUtilizationNormalized"),
  share("MemoryUtilizationNormalized"),
  share("GPUUtilizationNormalized"),
  share("GPUMemoryUtilizationNormalized"),
];

const line = (metric: string, stat: string, label: string) => ({ metric: `component/${metric}`, stat, label });
const percentiles = (metric: string) => ["p50", "p90", "p95", "p99"].map((stat) => line(metric, stat, stat));
const spread = (metric: string) => [
  line(metric, "Average", "average"),
  line(metric, "Maximum", "highest"),
  line(metric, "Minimum", "lowest"),
];
const OVER_RESERVED = "Of what each copy reserves; over its limit where it reserves nothing.";

/** The charts of one inference component. */
export const COMPONENT_CHARTS: readonly Row[] = [
  {
    id: "component-invocations",
    title: "Invocations",
    section: "traffic",
    from: "calls",
    help: "Requests that reached a copy of the component, in each period.",
    lines: [line("Invocations", "Sum", "invocations")],
  },
  {
    id: "component-per-copy",
    title: "Invocations per copy",
    section: "traffic",
    from: "calls",
    help: "Requests divided by the component's copies. Scaling by invocations follows this metric.",
    lines: [line("InvocationsPerCopy", "Sum", "per copy")],
  },
  {
    id: "component-errors",
    title: "Errors",
    section: "traffic",
    from: "calls",
    help: "Model errors count every answer of the container that is not 2XX, and answers that never came.",
    lines: [
      line("Invocation4XXErrors", "Sum", "4XX"),
      line("Invocation5XXErrors", "Sum", "5XX"),
      line("InvocationModelErrors", "Sum", "model"),
    ],
  },
  {
    id: "component-no-capacity",
    title: "Calls without a copy",
    section: "traffic",
    from: "calls",
    help: "Requests that failed because the component had no copy: what wakes one that scaled to zero.",
    lines: [line("NoCapacityInvocationFailures", "Sum", "without a copy")],
  },
  {
    id: "component-concurrency",
    title: "Concurrent requests per copy",
    section: "traffic",
    from: "calls",
    help: "The most requests at once at one copy, those that wait in the container included.",
    lines: [line("ConcurrentRequestsPerCopy", "Maximum", "highest")],
  },
  {
    id: "component-model-latency",
    title: "Model latency",
    section: "latency",
    from: "calls",
    help: "From sending the request to the container until its answer has come.",
    lines: percentiles("ModelLatency"),
  },
  {
    id: "component-overhead-latency",
    title: "Overhead latency",
    section: "latency",
    from: "calls",
    help: "What SageMaker adds to the model's time.",
    lines: percentiles("OverheadLatency"),
  },
  {
    id: "component-cpu",
    title: "CPU",
    section: "copies",
    from: "instances",
    help: OVER_RESERVED,
    lines: spread("CPUUtilizationNormalized"),
  },
  {
    id: "component-memory",
    title: "Memory",
    section: "copies",
    from: "instances",
    help: OVER_RESERVED,
    lines: spread("MemoryUtilizationNormalized"),
  },
  {
    id: "component-gpu",
    title: "GPU",
    section: "copies",
    from: "gpus",
    help: OVER_RESERVED,
    lines: spread("GPUUtilizationNormalized"),
  },
  {
    id: "component-gpu-memory",
    title: "GPU memory",
    section: "copies",
    from: "gpus",
    help: OVER_RESERVED,
    lines: spread("GPUMemoryUtilizationNormalized"),
  },
];
