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
  s3FolderUri,
  s3Uri,
  TagRows,
} from "@/lib/fields/aws-fields";
import { GitSourceInput } from "@/lib/git-source/schema";
import { gitSourceKey } from "@/lib/git-source/view";
import { ChannelRow, channelRefusals } from "./channel-row";
import { HUB_STRATEGIES, HUB_TOKEN_WAYS } from "./hub-push";
import { hubRefusals } from "./hub-rules";
import { HYPERPARAMETER_TYPES, hyperparameterError } from "./hyperparameters";
import { TrainingJobName } from "./list-schema";
import { readMetricRegex } from "./metric-regex";
import { trainingRefusals } from "./rules";

const SourceUri = s3Uri("s3://bucket/path/sourcedir.tar.gz");
const DataUri = s3FolderUri("s3://bucket/prefix");
/** Output may go to the root of a bucket. */
const OutputUri = z
  .string()
  .trim()
  .max(1024, "Use at most 1,024 characters.")
  .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/\S*)?$/, "Write it as s3://bucket/prefix.");

/** Larger archives are not listed: a script's folder has fewer. */
export const MAX_LISTED_FILES = 2_000;

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
  source: z.enum(["upload", "git", "s3"]),
  /** Number of files chosen for upload; the archive itself goes to S3 on its own. */
  uploadFiles: z.number(),
  /** The names of the files in the archive; empty where they are not known. */
  sourceFiles: z.array(z.string().max(4096)).max(MAX_LISTED_FILES),
  gitRepository: z.string(),
  gitRef: z.string(),
  gitFolder: z.string(),
  /** The folder that was packed from git, and which question it answers; null: none yet. */
  gitPacked: z.object({ key: z.string(), commit: z.string().regex(/^[0-9a-f]{40}$/), s3Uri: SourceUri }).nullable(),
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
  hyperparameters: z.array(HyperparameterRow).max(100, "SageMaker takes at most 100."),
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
  hubPush: z.boolean(),
  /** `owner/name` or a name of the token's owner; empty: the script's own choice. */
  hubModelId: z
    .string()
    .trim()
    .max(96, "The Hub takes at most 96 characters.")
    .regex(/^([\w-](?:[\w.-]*[\w-])?(\/[\w-](?:[\w.-]*[\w-])?)?)?$/, "Write it as name or owner/name."),
  hubStrategy: z.enum(HUB_STRATEGIES),
  hubTokenWay: z.enum(HUB_TOKEN_WAYS),
  hubTokenFrom: z.enum(["workspace", "typed"]),
  hubToken: z
    .string()
    .trim()
    .max(512, "Use at most 512 characters.")
    .regex(/^\S*$/, "A token has no spaces.")
    .refine(...notMasked),
  tags: TagRows,
  subnets: idList("subnet", 16),
  securityGroups: idList("sg", 5),
  networkIsolation: z.boolean(),
  encryptTraffic: z.boolean(),
  keepAliveSeconds: optionalInt(0, 21_600, "seconds"),
  retryAttempts: optionalInt(1, 30, "attempts"),
  volumeKmsKeyId: KmsKey,
  outputKmsKeyId: KmsKey,
  debuggerHook: z.boolean(),
  profiler: z.boolean(),
});
export type TrainingFieldValues = z.output<typeof TrainingFields>;

const GIT_FIELDS: Record<string, string> = { repository: "gitRepository", ref: "gitRef", folder: "gitFolder" };

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
  if (input.source === "git") {
    const git = { repository: input.gitRepository, ref: input.gitRef, folder: input.gitFolder };
    const parsed = GitSourceInput.safeParse(git);
    for (const { path, message } of parsed.error?.issues ?? []) say([GIT_FIELDS[String(path[0])] ?? "source"], message);
    if (parsed.success && input.gitPacked?.key !== gitSourceKey(git)) {
      say(["gitRepository"], "Read the repository first: the script is packed before the job is made.");
    }
  }
  input.channels.forEach((row, index) => {
    for (const { field, message } of channelRefusals(row, input.inputMode)) say(["channels", index, field], message);
  });
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
  for (const { path, message } of hubRefusals(input)) say(path, message);
  for (const { field, message } of trainingRefusals(input)) say([field], message);
});
export type TrainingInput = z.output<typeof TrainingInput>;
/** What the form holds: numbers may still be text. */
export type TrainingFormValues = z.input<typeof TrainingInput>;
