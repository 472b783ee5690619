import { parseImageUri } from "@/catalog/containers/image-uri";
import { nameFromBase, repositoryName } from "@/lib/deploy/names";
import { splitList } from "@/lib/fields/aws-fields";
import { looksSecret, MASK } from "@/lib/secrets/mask";

import { buildTrainingRequest, type TrainingWishes } from "./build-request";
import { toChannel } from "./channel-row";
import type { Distribution } from "./distribution";
import { carriesToken, hubHyperparameters, hubVariables } from "./hub-push";
import type { TrainingInput } from "./schema";
import type { CreateTrainingJobRequest } from "./view";

export type TrainingPlace = {
  region: string /** The workspace's bucket, to which scripts are uploaded. */;
  bucket: string;
};

/**
 * The request that a form stands for. Browser and server make it alike: the review shows what is sent, with a mask for
 * the Hub token that only the server puts in.
 */
export function plannedRequest(
  input: TrainingInput,
  { region, bucket }: TrainingPlace,
  hubToken: string | null = carriesToken(input) ? MASK : null,
): CreateTrainingJobRequest {
  const jobName = plannedJobName(input);
  return buildTrainingRequest(toWishes(input, hubToken), { region, jobName, sourceUri: sourceUri(input, bucket) });
}

function sourceUri(input: TrainingInput, bucket: string): string {
  if (input.source === "upload") return uploadedSourceUri(bucket, plannedJobName(input));
  return input.source === "git" ? (input.gitPacked?.s3Uri ?? "") : input.sourceUri;
}

/** The chosen name, else the container's and the time, as the Python SDK names jobs. */
export function plannedJobName(input: Pick<TrainingInput, "jobName" | "image" | "stampedAt">): string {
  return input.jobName || nameFromBase(repositoryName(input.image), new Date(input.stampedAt));
}

/** Where the Python SDK puts a job's script. */
export function uploadedSourceUri(bucket: string, jobName: string): string {
  return `s3://${bucket}/${jobName}/source/sourcedir.tar.gz`;
}

/** The same without secrets, for the eye. */
export function maskedRequest(request: CreateTrainingJobRequest): CreateTrainingJobRequest {
  const masked = (values: Record<string, string>, mask: string) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hides(name, value) ? mask : value]));
  return {
    ...request,
    // Not as json.dumps writes it: escapes in place of the dots would be nothing to read.
    HyperParameters: masked(request.HyperParameters, `"${MASK}"`),
    ...(request.Environment && { Environment: masked(request.Environment, MASK) }),
  };
}

/** Hyperparameters are quoted, so that their value begins behind the quote. */
function hides(name: string, value: string): boolean {
  return looksSecret(name, value.replace(/^"/, ""));
}

function toWishes(input: TrainingInput, hubToken: string | null): TrainingWishes {
  const parsed = parseImageUri(input.image);
  const hasCompiler = parsed.ok && parsed.container.family === "training-compiler";
  const number = (text: string) => (text === "" ? null : Number(text));
  return {
    image: input.image,
    entryPoint: input.entryPoint,
    hyperparameters: [...input.hyperparameters, ...hubHyperparameters(input, hubToken)],
    channels: input.channels.map(toChannel),
    inputMode: input.inputMode,
    instanceType: input.instanceType,
    instanceCount: input.instanceCount,
    volumeGb: input.volumeGb,
    maxRunSeconds: input.maxRunSeconds,
    spot: input.isSpot ? { maxWaitSeconds: Number(input.maxWaitSeconds) } : null,
    checkpoint: input.checkpointUri ? { s3Uri: input.checkpointUri, localPath: input.checkpointPath || null } : null,
    distribution: toDistribution(input),
    compiler: hasCompiler ? { debug: input.compilerDebug } : null,
    metricDefinitions: input.metricDefinitions.map(({ name, regex }) => ({ Name: name, Regex: regex })),
    debuggerHook: input.debuggerHook,
    profiler: input.profiler,
    executionRoleArn: input.executionRoleArn,
    outputUri: input.outputUri,
    disableOutputCompression: input.disableOutputCompression,
    environment: {
      ...Object.fromEntries(input.environment.map(({ name, value }) => [name, value])),
      ...hubVariables(input, hubToken),
    },
    tags: input.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    vpc: input.subnets ? { subnets: splitList(input.subnets), securityGroups: splitList(input.securityGroups) } : null,
    networkIsolation: input.networkIsolation,
    encryptTraffic: input.encryptTraffic,
    keepAliveSeconds: number(input.keepAliveSeconds),
    retryAttempts: number(input.retryAttempts),
    volumeKmsKeyId: input.volumeKmsKeyId || null,
    outputKmsKeyId: input.outputKmsKeyId || null,
  };
}

function toDistribution(input: TrainingInput): Distribution {
  const { distribution: kind, mpiOptions } = input;
  if (kind === "smddp") return { kind, mpiOptions };
  if (kind !== "smp") return { kind };
  return { kind, parameters: input.smpParameters, processesPerHost: Number(input.smpProcesses || 1), mpiOptions };
}
