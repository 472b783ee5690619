import type { MetricMode, MetricRow } from "./schema";

const INVOCATION = "AWS/SageMaker";
const UTILISATION = "/aws/sagemaker/Endpoints";

type Rest = Pick<MetricRow, "unit" | "stats"> & Partial<Pick<MetricRow, "dimensions">>;

function row(namespace: MetricRow["namespace"], name: string, modes: MetricMode[], rest: Rest): MetricRow {
  return { id: name, namespace, names: [name], dimensions: "variant", modes, ...rest };
}

const sums = (unit: MetricRow["unit"]): Rest => ({ unit, stats: ["Sum"] });
const errors: Rest = { unit: "None", stats: ["Average", "Sum"] };
const measured = (unit: MetricRow["unit"]): Rest => ({
  unit,
  stats: ["Average", "Sum", "Minimum", "Maximum", "SampleCount"],
});
const percentiles = (unit: MetricRow["unit"]): Rest => ({ unit, stats: [...measured(unit).stats, "pNN"] });
const queue = (unit: MetricRow["unit"]): Rest => ({
  unit,
  stats: ["Average", "Maximum", "Minimum"],
  dimensions: "endpoint",
});
const utilisation: Rest = { unit: "Percent", stats: ["Average", "Minimum", "Maximum", "SampleCount"] };

const ALL: MetricMode[] = ["real-time", "serverless", "async"];
const AT_ONCE: MetricMode[] = ["real-time", "serverless"];
const ON_INSTANCES: MetricMode[] = ["real-time", "async"];

/** Every metric that the dashboards of endpoints read. SOURCE.md says where each column comes from. */
export const METRICS: readonly MetricRow[] = [
  row(INVOCATION, "Invocations", AT_ONCE, sums("None")),
  row(INVOCATION, "InvocationsPerInstance", ["real-time"], sums("None")),
  row(INVOCATION, "Invocation4XXErrors", ALL, errors),
  row(INVOCATION, "Invocation5XXErrors", ALL, errors),
  row(INVOCATION, "InvocationModelErrors", ALL, errors),
  row(INVOCATION, "ModelLatency", ALL, percentiles("Microseconds")),
  row(INVOCATION, "OverheadLatency", AT_ONCE, percentiles("Microseconds")),
  row(INVOCATION, "ConcurrentRequestsPerModel", ["real-time"], { unit: "None", stats: ["Minimum", "Maximum"] }),
  row(INVOCATION, "ModelSetupTime", ["serverless"], percentiles("Microseconds")),
  row(INVOCATION, "ServerlessConcurrentExecutionsUtilization", ["serverless"], measured("None")),
  row(INVOCATION, "ServerlessProvisionedConcurrencyUtilization", ["serverless"], measured("None")),
  row(INVOCATION, "ServerlessProvisionedConcurrencyInvocations", ["serverless"], sums("Count")),
  row(INVOCATION, "ServerlessProvisionedConcurrencySpilloverInvocations", ["serverless"], sums("Count")),
  row(INVOCATION, "ApproximateBacklogSize", ["async"], queue("Count")),
  row(INVOCATION, "ApproximateBacklogSizePerInstance", ["async"], queue("Count")),
  row(INVOCATION, "ApproximateAgeOfOldestRequest", ["async"], queue("Seconds")),
  row(INVOCATION, "HasBacklogWithoutCapacity", ["async"], {
    unit: "Count",
    stats: ["Average"],
    dimensions: "endpoint",
  }),
  {
    ...row(INVOCATION, "InvocationsProcessed", ["async"], sums("Count")),
    names: ["InvocationsProcessed", "InvocationsProcesssed"],
  },
  row(INVOCATION, "InvocationFailures", ["async"], sums("Count")),
  row(INVOCATION, "ExpiredRequests", ["async"], sums("Count")),
  row(INVOCATION, "RequestDownloadFailures", ["async"], sums("Count")),
  row(INVOCATION, "ResponseUploadFailures", ["async"], sums("Count")),
  row(INVOCATION, "NotificationFailures", ["async"], sums("Count")),
  row(INVOCATION, "RequestDownloadLatency", ["async"], measured("Microseconds")),
  row(INVOCATION, "ResponseUploadLatency", ["async"], measured("Microseconds")),
  row(INVOCATION, "TimeInBacklog", ["async"], measured("Milliseconds")),
  row(INVOCATION, "TotalProcessingTime", ["async"], measured("Milliseconds")),
  row(UTILISATION, "CPUUtilization", ON_INSTANCES, utilisation),
  row(UTILISATION, "MemoryUtilization", ALL, utilisation),
  row(UTILISATION, "DiskUtilization", ON_INSTANCES, utilisation),
  row(UTILISATION, "GPUUtilization", ON_INSTANCES, utilisation),
  row(UTILISATION, "GPUMemoryUtilization", ON_INSTANCES, utilisation),
];
