import { z } from "zod";

import {
  environmentRow,
  ImageUri,
  InstanceTypeName,
  idList,
  instanceCount,
  KmsKey,
  notMasked,
  optionalInt,
  repeats,
  roleArn,
  s3Uri,
  TagRows,
} from "@/lib/fields/aws-fields";

import { HYPERPARAMETER_TYPES, hyperparameterError } from "./hyperparameters";
import { TrainingJobName } from "./list-schema";
import { readMetricRegex } from "./metric-regex";
import { trainingRefusals } from "./rules";

const SourceUri = s3Uri("s3://bucket/path/sourcedir.tar.gz");
const DataUri = s3Uri("s3://bucket/prefix");
/** Output may go to the root of a bucket. */
const OutputUri = z
  .string()
  .trim()
  .max(1024, "Use at most 1,024 characters.")
  .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/\S*)?$/, "Write it as s3://bucket/prefix.");

/** Longest a training job may run: 28 days (StoppingCondition). */
const MAX_RUN_SECONDS = 28 * 86_400;
const seconds = (message: string) =>
  z.coerce
    .number<number | string>("Enter a number.")
    .int("Enter a whole number.")
    .min(1, message)
    .max(MAX_RUN_SECONDS, "At most 28 days: 2,419,200 seconds.");

const HyperparameterRow = z
  .object({ name: z.string(), type: z.enum(HYPERPARAMETER_TYPES), value: z.string().refine(...notMasked) })
  .superRefine((row, context) => {
    const message = hyperparameterError(row);
    if (message) context.addIssue({ code: "custom", path: ["value"], message });
  });

const ChannelRow = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give it a name.")
    .max(64, "Use at most 64 characters.")
    .regex(/^[A-Za-z0-9.\-_]+$/, "Use letters, digits, dots, hyphens and underscores."),
  s3Uri: DataUri,
  contentType: z.string().trim().max(256, "Use at most 256 characters."),
  isSharded: z.boolean(),
  mode: z.enum(["", "File", "FastFile", "Pipe"]),
});

const MetricRow = z.object({
  name: z.string().trim().min(1, "Give it a name.").max(255, "Use at most 255 characters."),
  regex: z.string().superRefine((pattern, context) => {
    const read = readMetricRegex(pattern);
    if (!read.ok) context.addIssue({ code: "custom", message: read.problem });
  }),
});

/** What the console sets for the container's toolkit. */
const TOOLKIT_OWN = /^(SM_|SAGEMAKER_)/;

const TrainingFields = z.object({
  /** The time that a name made by the console carries; set when the review opens, so that it shows what is sent. */
  stampedAt: z.iso.datetime("Open the review again."),
  jobName: z.union([
    z.literal(""),
    TrainingJobName.refine((name) => name !== "new", "The console needs this word itself. Choose another name."),
  ]),
  source: z.enum(["upload", "s3"]),
  /** Number of files chosen for upload; the archive itself goes to S3 on its own. */
  uploadFiles: z.number(),
  sourceUri: z.string().trim(),
  entryPoint: z
    .string()
    .trim()
    .min(1, "Name the script that the container runs.")
    .max(255, "Use at most 255 characters.")
    .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))\S+$/, "Write its path inside the archive, without spaces: train.py."),
  image: ImageUri,
  instanceType: InstanceTypeName,
  instanceCount: instanceCount(100),
  volumeGb: z.coerce
    .number<number | string>("Enter a number.")
    .int("Enter a whole number.")
    .min(1, "At least 1 GB.")
    .max(16_384, "At most 16,384 GB."),
  hyperparameters: z.array(HyperparameterRow).max(90, "SageMaker takes at most 100, the toolkit's own included."),
  channels: z.array(ChannelRow).max(20, "SageMaker takes at most 20 channels."),
  inputMode: z.enum(["File", "FastFile", "Pipe"]),
  outputUri: OutputUri,
  disableOutputCompression: z.boolean(),
  metricDefinitions: z.array(MetricRow).max(40, "SageMaker takes at most 40 metrics."),
  maxRunSeconds: seconds("At least 1 second."),
  isSpot: z.boolean(),
  maxWaitSeconds: z.string().trim(),
  checkpointUri: z.union([z.literal(""), DataUri]),
  checkpointPath: z
    .string()
    .trim()
    .regex(/^(\/opt\/ml\/\S+)?$/, "Write a path below /opt/ml, or leave it empty."),
  distribution: z.enum(["none", "torch-distributed", "pytorch-ddp", "smddp", "smp"]),
  mpiOptions: z.string().trim().max(1000, "Use at most 1,000 characters."),
  smpParameters: z.string().trim(),
  smpProcesses: optionalInt(1, 64, "processes"),
  compilerDebug: z.boolean(),
  executionRoleArn: roleArn("to read data and write the model"),
  environment: z
    .array(environmentRow((name) => TOOLKIT_OWN.test(name), 512))
    .max(100, "SageMaker takes at most 100 variables."),
  tags: TagRows,
  subnets: idList("subnet", 16),
  securityGroups: idList("sg", 5),
  networkIsolation: z.boolean(),
  encryptTraffic: z.boolean(),
  keepAliveSeconds: optionalInt(0, 3600, "seconds"),
  retryAttempts: optionalInt(1, 30, "attempts"),
  volumeKmsKeyId: KmsKey,
  outputKmsKeyId: KmsKey,
  debuggerHook: z.boolean(),
  profiler: z.boolean(),
});
export type TrainingFieldValues = z.output<typeof TrainingFields>;

/** Everything that a training job asks for. */
export const TrainingInput = TrainingFields.superRefine((input, context) => {
  const say = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });

  if (input.source === "upload" && input.uploadFiles === 0)
    say(["source"], "Choose the folder or file with your script.");
  if (input.source === "s3") {
    const uri = SourceUri.safeParse(input.sourceUri);
    if (!uri.success) {
      say(["sourceUri"], input.sourceUri ? (uri.error.issues[0]?.message ?? "") : "Write the archive's S3 address.");
    }
  }
  const lists = {
    hyperparameters: [input.hyperparameters.map((row) => row.name), "name", "This hyperparameter is already above."],
    channels: [input.channels.map((row) => row.name), "name", "This channel is already above."],
    metricDefinitions: [input.metricDefinitions.map((row) => row.name), "name", "This metric is already above."],
    environment: [input.environment.map((row) => row.name), "name", "This variable is already above."],
    tags: [input.tags.map((row) => row.key), "key", "This key is already above."],
  } as const;
  for (const [list, [names, field, message]] of Object.entries(lists)) {
    for (const index of repeats([...names])) say([list, index, field], message);
  }
  for (const { field, message } of trainingRefusals(input)) say([field], message);
});
export type TrainingInput = z.output<typeof TrainingInput>;
/** What the form holds: numbers may still be text. */
export type TrainingFormValues = z.input<typeof TrainingInput>;
