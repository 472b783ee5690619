import { z } from "zod";

import { ContainerFamily, ContainerFramework } from "@/catalog/containers/schema";

/** What a recipe makes: one job, one endpoint, or one run over a file. */
export const RecipeKind = z.enum(["training", "real-time", "scaling", "async", "batch"]);
export type RecipeKind = z.output<typeof RecipeKind>;

/** An image as the SageMaker SDK is asked for it: short versions (`4.26` with `1.13`) or full ones, never mixed. */
export const RecipeVersions = z.object({
  framework: ContainerFramework,
  frameworkVersion: z.string().min(1),
  transformersVersion: z.string().min(1),
  pythonVersion: z.string().regex(/^3\.\d+$/),
});
export type RecipeVersions = z.output<typeof RecipeVersions>;

/** `s3://{bucket}/…` stands for the bucket of the workspace. */
const RecipeUri = z.string().regex(/^s3:\/\/(\{bucket\}|[a-z0-9.-]+)\/\S+$/);
const Instance = z.string().regex(/^ml\.[a-z0-9-]+\.[a-z0-9]+$/);
const Count = z.number().int().positive();

export const RecipeDistribution = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("smddp"), mpiOptions: z.string() }),
  z.object({ kind: z.literal("smp"), parameters: z.string(), processesPerHost: Count, mpiOptions: z.string() }),
  z.object({ kind: z.literal("torch-distributed") }),
]);

const MetricDefinition = z.object({ Name: z.string().min(1), Regex: z.string().min(1) });

export const TrainingPreset = z.object({
  versions: RecipeVersions,
  /** null: the name of the image's repository. */
  baseJobName: z.string().nullable(),
  entryPoint: z.string().min(1),
  source: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("upload"), folder: z.string() }),
    z.object({ kind: z.literal("git"), repository: z.url(), branch: z.string(), folder: z.string() }),
  ]),
  /** The value as it is typed; `type` tells what Python would hold. */
  hyperparameters: z.array(
    z.object({ name: z.string(), type: z.enum(["string", "integer", "float", "boolean"]), value: z.string() }),
  ),
  instanceType: Instance,
  instanceCount: Count,
  volumeGb: Count,
  maxRunSeconds: Count,
  spot: z.object({ maxWaitSeconds: Count }).nullable(),
  checkpointUri: RecipeUri.nullable(),
  distribution: RecipeDistribution,
  compiler: z.object({ debug: z.boolean() }).nullable(),
  metricDefinitions: z.array(MetricDefinition),
  debuggerHook: z.boolean(),
  profiler: z.boolean(),
  /** Variables of the environment that carry the Hub token; empty: it needs none. */
  tokenVariables: z.array(z.string()),
  channels: z.array(z.object({ name: z.string(), s3Uri: RecipeUri })),
});
export type TrainingPreset = z.output<typeof TrainingPreset>;

/** The model that is served, by an endpoint or a transform job. */
export const ServePreset = z.object({
  versions: RecipeVersions,
  family: ContainerFamily,
  model: z.discriminatedUnion("from", [
    z.object({ from: z.literal("training-job") }),
    z.object({ from: z.literal("hub"), modelId: z.string(), task: z.string() }),
    z.object({ from: z.literal("s3"), modelDataUrl: RecipeUri }),
  ]),
  /** The model is called this and a unique id; null: after its image. */
  ownName: z.string().nullable(),
  instanceType: Instance,
  instanceCount: Count,
});
export type ServePreset = z.output<typeof ServePreset>;

export const TransformPreset = z.object({
  inputUri: RecipeUri,
  outputUri: RecipeUri,
  instanceType: Instance,
  instanceCount: Count,
  strategy: z.enum(["SingleRecord", "MultiRecord"]),
  contentType: z.string(),
  splitType: z.enum(["None", "Line"]),
  accept: z.string().nullable(),
  assembleWith: z.enum(["None", "Line"]).nullable(),
});
export type TransformPreset = z.output<typeof TransformPreset>;

export const ScalingPreset = z.object({
  minCapacity: z.number().int().min(0),
  maxCapacity: Count,
  metric: z.enum(["invocations-per-instance", "backlog-per-instance"]),
  target: z.number().positive(),
  scaleInCooldownSeconds: Count,
  scaleOutCooldownSeconds: Count,
  /** A second policy starts an instance as soon as one request waits. */
  wakesFromZero: z.boolean(),
});
export type ScalingPreset = z.output<typeof ScalingPreset>;

/** What is different when the recipe is made with today's images and instance types. */
const Today = z.object({
  training: TrainingPreset.pick({ versions: true, instanceType: true, instanceCount: true })
    .extend({
      branch: z.string(),
      distribution: RecipeDistribution,
      compiler: z.null(),
      metricDefinitions: z.array(MetricDefinition),
      hyperparameters: TrainingPreset.shape.hyperparameters,
      tokenVariables: TrainingPreset.shape.tokenVariables,
    })
    .partial()
    .nullable(),
  serve: ServePreset.pick({ versions: true, instanceType: true, family: true }).partial().nullable(),
  transform: TransformPreset.pick({ instanceType: true, assembleWith: true, accept: true }).partial().nullable(),
  scaling: ScalingPreset.pick({ wakesFromZero: true }).nullable(),
});

const Json = z.json();

/** One of the Hugging Face sample notebooks for SageMaker. */
export const Recipe = z.object({
  id: z.string().regex(/^\d\d$/),
  title: z.string().min(1),
  kind: RecipeKind,
  purpose: z.string().min(1),
  /** Path in huggingface/notebooks. */
  notebook: z.string().endsWith(".ipynb"),
  /** What the person must have before it can run. */
  supply: z.array(z.string().min(1)).min(1),
  /** Modules that its script imports besides Python's own, in the script's order; empty: it runs no script. */
  imports: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)),
  training: TrainingPreset.nullable(),
  serve: ServePreset.nullable(),
  transform: TransformPreset.nullable(),
  asynchronous: z.object({ outputUri: RecipeUri }).nullable(),
  scaling: ScalingPreset.nullable(),
  samples: z.array(
    z.object({
      body: Json,
      note: z.string().nullable(),
      /** What the notebook recorded; null: nothing. */
      response: Json.nullable(),
      responseNote: z.string().nullable(),
    }),
  ),
  changes: z.array(z.object({ part: z.string(), notebook: z.string(), today: z.string(), why: z.string() })).min(1),
  /** null: it can only be made as in the notebook. */
  today: Today.nullable(),
  /** The recipe that does the same with what exists today. */
  replacedBy: z.string().nullable(),
  quirks: z.array(z.string().min(1)).min(1),
  /** A time that the notebook recorded, in words. */
  recordedTime: z.string().nullable(),
});
export type Recipe = z.output<typeof Recipe>;
