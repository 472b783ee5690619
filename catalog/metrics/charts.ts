import type { z } from "zod";

import type { ChartRow } from "./schema";

type Row = z.input<typeof ChartRow>;
type Line = Row["lines"][number];

/** Parts of a dashboard, in the order in which they stand. */
export const CHART_SECTIONS = [
  { id: "traffic", title: "Traffic" },
  { id: "latency", title: "Latency" },
  { id: "queue", title: "Queue" },
  { id: "serverless", title: "Serverless" },
  { id: "instances", title: "Instances" },
  { id: "copies", title: "Copies" },
  { id: "fleet", title: "All endpoints" },
  { id: "training", title: "Training jobs" },
  { id: "transform", title: "Transform jobs" },
] as const satisfies readonly { id: Row["section"]; title: string }[];

const line = (metric: string, stat: string, label: string): Line => ({ metric, stat, label });
const percentiles = (metric: string) => ["p50", "p90", "p95", "p99"].map((stat) => line(metric, stat, stat));
const spread = (metric: string) => [
  line(metric, "Average", "average"),
  line(metric, "Maximum", "highest"),
  line(metric, "Minimum", "lowest"),
];
const middleAndTop = (metric: string) => [line(metric, "Average", "average"), line(metric, "Maximum", "highest")];
const sum = (metric: string, label: string) => line(metric, "Sum", label);

const traffic = (row: Omit<Row, "section" | "from">): Row => ({ section: "traffic", from: "calls", ...row });
const queue = (row: Omit<Row, "section" | "from">): Row => ({ section: "queue", from: "queue", ...row });
const instances = (row: Omit<Row, "section" | "from"> & Partial<Pick<Row, "from">>): Row => ({
  section: "instances",
  from: "instances",
  ...row,
});

/** The charts of an endpoint. Which of them an endpoint has follows from what its mode emits. */
export const CHARTS: readonly Row[] = [
  traffic({
    id: "invocations",
    title: "Invocations",
    help: "Requests that reached a variant, in each period.",
    lines: [sum("Invocations", "invocations")],
  }),
  traffic({
    id: "processed",
    title: "Processed requests",
    help: "Asynchronous requests whose answer is in S3, in each period.",
    lines: [sum("InvocationsProcessed", "processed")],
  }),
  traffic({
    id: "per-instance",
    title: "Invocations per instance",
    help: "Requests divided by the variant's instances. Scaling by invocations follows this metric.",
    lines: [sum("InvocationsPerInstance", "per instance")],
  }),
  traffic({
    id: "errors",
    title: "Errors",
    help: "Model errors count every answer of the container that is not 2XX, and answers that never came.",
    lines: [
      sum("Invocation4XXErrors", "4XX"),
      sum("Invocation5XXErrors", "5XX"),
      sum("InvocationModelErrors", "model"),
    ],
  }),
  traffic({
    id: "async-failures",
    title: "Failed asynchronous requests",
    help: "Requests that failed, waited too long, or whose input, answer or notification could not be moved.",
    lines: [
      sum("InvocationFailures", "failed"),
      sum("ExpiredRequests", "expired"),
      sum("RequestDownloadFailures", "download"),
      sum("ResponseUploadFailures", "upload"),
      sum("NotificationFailures", "notification"),
    ],
  }),
  traffic({
    id: "concurrency",
    title: "Concurrent requests",
    help: "The most requests at once at one model, those that wait in the container included. A stream counts until its last token.",
    lines: [line("ConcurrentRequestsPerModel", "Maximum", "highest")],
  }),
  {
    id: "model-latency",
    title: "Model latency",
    section: "latency",
    from: "calls",
    help: "From sending the request to the container until its answer has come. A stream counts until its last token.",
    lines: percentiles("ModelLatency"),
  },
  {
    id: "overhead-latency",
    title: "Overhead latency",
    section: "latency",
    from: "calls",
    help: "What SageMaker adds to the model's time: routing, checking, and a serverless endpoint's cold start.",
    lines: percentiles("OverheadLatency"),
  },
  queue({
    id: "backlog",
    title: "Backlog",
    help: "Requests that wait, at the worst moment of each period.",
    lines: [line("ApproximateBacklogSize", "Maximum", "waiting")],
  }),
  queue({
    id: "backlog-per-instance",
    title: "Backlog per instance",
    help: "Scaling of asynchronous endpoints follows this metric. An endpoint without instances has none.",
    lines: [line("ApproximateBacklogSizePerInstance", "Maximum", "waiting per instance")],
  }),
  queue({
    id: "oldest-request",
    title: "Age of the oldest request",
    help: "How long the request that has waited longest has waited.",
    lines: [line("ApproximateAgeOfOldestRequest", "Maximum", "oldest")],
  }),
  queue({
    id: "without-capacity",
    title: "Backlog without capacity",
    reading: "share",
    help: "The part of each period in which requests waited and no instance ran: what wakes an endpoint that scaled to zero.",
    lines: [line("HasBacklogWithoutCapacity", "Average", "without capacity")],
  }),
  queue({
    id: "time-in-backlog",
    title: "Time in the backlog",
    help: "How long requests that ended had waited before an instance took them.",
    lines: middleAndTop("TimeInBacklog"),
  }),
  queue({
    id: "processing-time",
    title: "Total processing time",
    help: "From when a request came until its answer was in S3.",
    lines: middleAndTop("TotalProcessingTime"),
  }),
  queue({
    id: "transfer-time",
    title: "Moving inputs and answers",
    help: "Time to read the input from S3, and to write the answer into it.",
    lines: [
      line("RequestDownloadLatency", "Average", "download, average"),
      line("RequestDownloadLatency", "Maximum", "download, highest"),
      line("ResponseUploadLatency", "Average", "upload, average"),
      line("ResponseUploadLatency", "Maximum", "upload, highest"),
    ],
  }),
  {
    id: "setup-time",
    title: "Setup time",
    section: "serverless",
    from: "cold-starts",
    help: "How long cold starts took: getting an environment and loading the model.",
    lines: percentiles("ModelSetupTime"),
  },
  {
    id: "concurrency-utilisation",
    title: "Concurrency utilisation",
    section: "serverless",
    from: "calls",
    reading: "share",
    help: "Requests at once, as a part of the endpoint's maximum concurrency. At 100 % further requests are throttled.",
    lines: [line("ServerlessConcurrentExecutionsUtilization", "Maximum", "highest")],
  },
  {
    id: "provisioned-utilisation",
    title: "Provisioned concurrency utilisation",
    section: "serverless",
    from: "provisioned",
    reading: "share",
    help: "Requests at once, as a part of the environments that are kept ready.",
    lines: [line("ServerlessProvisionedConcurrencyUtilization", "Maximum", "highest")],
  },
  {
    id: "provisioned-invocations",
    title: "Invocations and provisioned concurrency",
    section: "serverless",
    from: "provisioned",
    help: "Requests that found an environment ready, and those that spilled over into a cold start.",
    lines: [
      sum("ServerlessProvisionedConcurrencyInvocations", "ready"),
      sum("ServerlessProvisionedConcurrencySpilloverInvocations", "spilled over"),
    ],
  },
  instances({
    id: "instances",
    title: "Instances",
    reading: "instances",
    help: "Counted by how many instances reported their CPU in each minute: there is no metric of the number itself.",
    lines: [line("CPUUtilization", "SampleCount", "instances")],
  }),
  instances({
    id: "cpu",
    title: "CPU",
    help: "100 % for each core, so that four busy cores are 400 %. Highest and lowest show how far instances differ.",
    lines: spread("CPUUtilization"),
  }),
  instances({
    id: "memory",
    title: "Memory",
    help: "Of one instance. Highest and lowest show how far instances differ.",
    lines: spread("MemoryUtilization"),
  }),
  instances({ id: "disk", title: "Disk", help: "Of one instance's volume.", lines: spread("DiskUtilization") }),
  instances({
    id: "gpu",
    title: "GPU",
    from: "gpus",
    help: "100 % for each GPU, so that four busy GPUs are 400 %.",
    lines: spread("GPUUtilization"),
  }),
  instances({
    id: "gpu-memory",
    title: "GPU memory",
    from: "gpus",
    help: "100 % for each GPU.",
    lines: spread("GPUMemoryUtilization"),
  }),
];

const fleet = (row: Omit<Row, "section">): Row => ({ section: "fleet", ...row });

/** The charts over all endpoints: a line for each, over its variants. */
export const FLEET_CHARTS: readonly Row[] = [
  fleet({
    id: "fleet-invocations",
    title: "Invocations",
    from: "calls",
    help: "Requests that reached each endpoint, in each period. Asynchronous endpoints count the requests that they processed.",
    lines: [sum("Invocations", "invocations"), sum("InvocationsProcessed", "processed")],
  }),
  fleet({
    id: "fleet-errors",
    title: "Model errors",
    from: "calls",
    help: "Every answer of a container that was not 2XX, and answers that never came.",
    lines: [sum("InvocationModelErrors", "model")],
  }),
  fleet({
    id: "fleet-latency",
    title: "Model latency, p90",
    from: "calls",
    help: "Nine of ten requests were answered faster. Of several variants, the slowest.",
    lines: [line("ModelLatency", "p90", "p90")],
  }),
  fleet({
    id: "fleet-instances",
    title: "Instances",
    from: "instances",
    reading: "instances",
    help: "Counted by how many instances reported their CPU in each minute.",
    lines: [line("CPUUtilization", "SampleCount", "instances")],
  }),
  fleet({
    id: "fleet-cpu",
    title: "CPU",
    from: "instances",
    help: "100 % for each core. Of several variants, the busiest.",
    lines: [line("CPUUtilization", "Average", "average")],
  }),
  fleet({
    id: "fleet-memory",
    title: "Memory",
    from: "instances",
    help: "Of one instance. Of several variants, the fullest.",
    lines: [line("MemoryUtilization", "Average", "average")],
  }),
];
