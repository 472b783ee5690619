import { z } from "zod";

/** How an endpoint answers; it decides what SageMaker emits of it. */
export const METRIC_MODES = ["real-time", "serverless", "async"] as const;
export type MetricMode = (typeof METRIC_MODES)[number];

/** Jobs have no mode: what they emit depends on their kind alone. */
export const JOB_KINDS = ["training", "transform"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Inference components publish of themselves, whatever the endpoint does. */
const Emitter = z.enum([...METRIC_MODES, ...JOB_KINDS, "component"]);
const Statistic = z.string().regex(/^(Sum|Average|Minimum|Maximum|SampleCount|p\d\d)$/);

/** A metric of CloudWatch as SageMaker publishes it for endpoints and jobs. */
export const MetricRow = z.strictObject({
  id: z.string().min(1),
  namespace: z.enum([
    "AWS/SageMaker",
    "/aws/sagemaker/Endpoints",
    "/aws/sagemaker/InferenceComponents",
    "/aws/sagemaker/TrainingJobs",
    "/aws/sagemaker/TransformJobs",
  ]),
  /** Its name in CloudWatch; a second one is asked for too, and whichever has data is shown. */
  names: z.array(z.string().min(1)).min(1).max(2),
  /** `variant`: EndpointName and VariantName; `endpoint`: EndpointName alone; `host`: Host, an instance of a job; `component`: InferenceComponentName. */
  dimensions: z.enum(["variant", "endpoint", "host", "component"]),
  unit: z.enum(["None", "Count", "Percent", "Microseconds", "Milliseconds", "Seconds"]),
  /** What AWS's page lists; `pNN` stands for every percentile. */
  stats: z.array(z.enum(["Sum", "Average", "Minimum", "Maximum", "SampleCount", "pNN"])).min(1),
  modes: z.array(Emitter).min(1),
});
export type MetricRow = z.infer<typeof MetricRow>;

/** Why a chart can be empty although the endpoint emits it: nobody called, no instance ran, and so on. */
export const DATA_SOURCES = ["calls", "queue", "cold-starts", "instances", "gpus", "provisioned"] as const;

export const ChartRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  section: z.enum(["traffic", "latency", "queue", "serverless", "instances", "copies", "fleet", ...JOB_KINDS]),
  help: z.string().min(1),
  from: z.enum(DATA_SOURCES),
  /** `share`: a part of 1, shown in percent. `instances`: samples of a minute, one per instance. */
  reading: z.enum(["plain", "share", "instances"]).default("plain"),
  lines: z.array(z.strictObject({ metric: z.string(), stat: Statistic, label: z.string().min(1) })).min(1),
});
export type ChartRow = z.infer<typeof ChartRow>;
