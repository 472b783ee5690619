import { buildImageUri } from "@/catalog/containers/image-uri";
import { defaultContainer } from "@/catalog/containers/select";
import { commonInstance } from "@/lib/instances/offered";

import { fromChannel } from "./channel-row";
import { hubSection, NO_HUB_PUSH } from "./hub-push";
import type { TrainingJobDetail } from "./job-view";
import type { TrainingFormValues } from "./schema";

/** What a form starts from. */
export type TrainingStart = {
  region: string;
  bucket: string;
  executionRoleArn: string | null;
  /** Whether the workspace has a saved Hub token. */
  hasHubToken?: boolean;
};

/** An empty form: what is picked most is picked, as the Python SDK has it. */
export function emptyTraining({ region, bucket, executionRoleArn, hasHubToken }: TrainingStart): TrainingFormValues {
  const built = buildImageUri(defaultContainer("training", "gpu"), region);
  return {
    stampedAt: "",
    jobName: "",
    source: "upload",
    uploadFiles: 0,
    sourceFiles: [],
    gitRepository: "",
    gitRef: "",
    gitFolder: "",
    gitPacked: null,
    sourceUri: "",
    entryPoint: "",
    image: built.ok ? built.imageUri : "",
    instanceType: commonInstance("training", "gpu"),
    instanceCount: 1,
    volumeGb: 30,
    hyperparameters: [],
    channels: [],
    inputMode: "File",
    outputUri: `s3://${bucket}/`,
    disableOutputCompression: false,
    metricDefinitions: [],
    maxRunSeconds: 86_400,
    isSpot: false,
    maxWaitSeconds: "",
    checkpointUri: "",
    checkpointPath: "",
    distribution: "none",
    mpiOptions: "",
    smpParameters: "",
    smpProcesses: "",
    compilerDebug: false,
    executionRoleArn: executionRoleArn ?? "",
    environment: [],
    ...NO_HUB_PUSH,
    hubTokenFrom: hasHubToken ? "workspace" : "typed",
    tags: [],
    subnets: "",
    securityGroups: "",
    networkIsolation: false,
    encryptTraffic: false,
    keepAliveSeconds: "",
    retryAttempts: "",
    volumeKmsKeyId: "",
    outputKmsKeyId: "",
    debuggerHook: false,
    profiler: false,
  };
}

/** The form filled as a job was asked for, without its name; secrets are left empty, because they never come back. */
export function cloneTraining(job: TrainingJobDetail, start: TrainingStart): TrainingFormValues {
  const empty = emptyTraining(start);
  const text = (value: number | null) => (value === null ? "" : String(value));
  const { distribution } = job;
  const isOwnChannel = (name: string) => !(job.networkIsolation && name === "code");
  const codeUri = job.channels.find(({ ChannelName }) => !isOwnChannel(ChannelName))?.DataSource.S3DataSource.S3Uri;
  return {
    ...empty,
    source: "s3",
    sourceUri: codeUri ?? job.sourceUri ?? "",
    entryPoint: job.entryPoint ?? "",
    image: job.image ?? empty.image,
    instanceType: job.instanceType ?? empty.instanceType,
    instanceCount: job.instanceCount ?? 1,
    volumeGb: job.volumeGb ?? 30,
    channels: job.channels.filter(({ ChannelName }) => isOwnChannel(ChannelName)).map(fromChannel),
    inputMode: job.inputMode,
    outputUri: job.outputUri ?? empty.outputUri,
    disableOutputCompression: job.disableOutputCompression,
    metricDefinitions: job.metricDefinitions.map(({ Name, Regex }) => ({ name: Name, regex: Regex })),
    maxRunSeconds: job.maxRunSeconds ?? 86_400,
    isSpot: job.isSpot,
    maxWaitSeconds: text(job.maxWaitSeconds),
    checkpointUri: job.checkpoint?.s3Uri ?? "",
    checkpointPath: job.checkpoint?.localPath ?? "",
    distribution: distribution.kind,
    mpiOptions: "mpiOptions" in distribution ? distribution.mpiOptions : "",
    smpParameters: distribution.kind === "smp" ? distribution.parameters : "",
    smpProcesses: distribution.kind === "smp" ? String(distribution.processesPerHost) : "",
    compilerDebug: job.compiler?.debug ?? false,
    executionRoleArn: job.executionRoleArn ?? empty.executionRoleArn,
    ...hubSection({
      hyperparameters: job.hyperparameters.map(({ name, type, value, isSecret }) => ({
        name,
        type,
        value: isSecret ? "" : value,
      })),
      environment: job.environment.map(({ name, value, isSecret }) => ({ name, value: isSecret ? "" : value })),
    }),
    tags: job.tags?.filter(({ key }) => !key.startsWith("aws:")) ?? [],
    subnets: job.vpc?.subnets.join(", ") ?? "",
    securityGroups: job.vpc?.securityGroups.join(", ") ?? "",
    networkIsolation: job.networkIsolation,
    encryptTraffic: job.encryptTraffic,
    keepAliveSeconds: text(job.keepAliveSeconds),
    retryAttempts: text(job.retryAttempts),
    volumeKmsKeyId: job.volumeKmsKeyId ?? "",
    outputKmsKeyId: job.outputKmsKeyId ?? "",
    debuggerHook: job.debuggerHook,
    profiler: job.profiler,
  };
}
