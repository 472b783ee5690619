import "server-only";
import type {
  DescribeTrainingJobResponse,
  TrainingJobSummary as SdkTrainingJobSummary,
  SecondaryStatusTransition,
} from "@aws-sdk/client-sagemaker";

import { looksSecret, MASK, maskEnvironment } from "@/lib/secrets/mask";
import { decodeHyperparameters } from "@/lib/training/hyperparameters";
import {
  isUnderWay,
  type JobTransition,
  type TrainingJobSummary,
  type TrainingJobView,
  type TrainingStatus,
} from "@/lib/training/job-view";
import { sentCompiler, sentDistribution, toolkitText } from "@/lib/training/toolkit-settings";
import type { Channel } from "@/lib/training/view";

export function toTrainingJobSummary(job: SdkTrainingJobSummary | DescribeTrainingJobResponse): TrainingJobSummary {
  return {
    name: job.TrainingJobName ?? "",
    arn: job.TrainingJobArn ?? "",
    status: (job.TrainingJobStatus ?? "Failed") as TrainingStatus,
    secondaryStatus: job.SecondaryStatus ?? null,
    createdAt: job.CreationTime?.toISOString() ?? null,
    endedAt: job.TrainingEndTime?.toISOString() ?? null,
    updatedAt: job.LastModifiedTime?.toISOString() ?? null,
  };
}

/** DescribeTrainingJob's answer as the browser may have it: hyperparameters decoded, secrets masked. */
export function toTrainingJobView(job: DescribeTrainingJobResponse): TrainingJobView {
  const summary = toTrainingJobSummary(job);
  const sent = job.HyperParameters ?? {};
  return {
    ...summary,
    startedAt: job.TrainingStartTime?.toISOString() ?? null,
    failureReason: job.FailureReason ?? null,
    transitions: toTransitions(job.SecondaryStatusTransitions, summary.status),
    image: job.AlgorithmSpecification?.TrainingImage ?? null,
    inputMode: job.AlgorithmSpecification?.TrainingInputMode ?? "File",
    executionRoleArn: job.RoleArn ?? null,
    entryPoint: toolkitText(sent, "sagemaker_program"),
    sourceUri: toolkitText(sent, "sagemaker_submit_directory"),
    hyperparameters: decodeHyperparameters(sent).map((row) => {
      const isSecret = looksSecret(row.name, row.value);
      return { ...row, value: isSecret ? MASK : row.value, isSecret };
    }),
    distribution: sentDistribution(sent),
    compiler: sentCompiler(sent),
    channels: (job.InputDataConfig ?? []).filter((channel): channel is Channel => isS3Channel(channel)),
    ...resources(job),
    ...outputs(job),
    maxRunSeconds: job.StoppingCondition?.MaxRuntimeInSeconds ?? null,
    maxWaitSeconds: job.StoppingCondition?.MaxWaitTimeInSeconds ?? null,
    isSpot: job.EnableManagedSpotTraining ?? false,
    trainingSeconds: job.TrainingTimeInSeconds ?? null,
    billableSeconds: job.BillableTimeInSeconds ?? null,
    metricDefinitions: (job.AlgorithmSpecification?.MetricDefinitions ?? []).map(({ Name = "", Regex = "" }) => ({
      Name,
      Regex,
    })),
    finalMetrics: (job.FinalMetricDataList ?? []).map(({ MetricName = "", Value = Number.NaN, Timestamp }) => ({
      name: MetricName,
      value: Value,
      at: Timestamp?.toISOString() ?? null,
    })),
    environment: maskEnvironment(job.Environment),
    vpc: job.VpcConfig
      ? { subnets: job.VpcConfig.Subnets ?? [], securityGroups: job.VpcConfig.SecurityGroupIds ?? [] }
      : null,
    networkIsolation: job.EnableNetworkIsolation ?? false,
    encryptTraffic: job.EnableInterContainerTrafficEncryption ?? false,
    retryAttempts: job.RetryStrategy?.MaximumRetryAttempts ?? null,
    debuggerHook: job.DebugHookConfig !== undefined,
    profiler: job.ProfilerConfig ? job.ProfilerConfig.DisableProfiler !== true : false,
  };
}

function resources({ ResourceConfig }: DescribeTrainingJobResponse) {
  return {
    instanceType: ResourceConfig?.InstanceType ?? null,
    instanceCount: ResourceConfig?.InstanceCount ?? null,
    volumeGb: ResourceConfig?.VolumeSizeInGB ?? null,
    keepAliveSeconds: ResourceConfig?.KeepAlivePeriodInSeconds ?? null,
    volumeKmsKeyId: ResourceConfig?.VolumeKmsKeyId || null,
  };
}

function outputs({ OutputDataConfig, ModelArtifacts, CheckpointConfig }: DescribeTrainingJobResponse) {
  return {
    outputUri: OutputDataConfig?.S3OutputPath ?? null,
    outputKmsKeyId: OutputDataConfig?.KmsKeyId || null,
    disableOutputCompression: OutputDataConfig?.CompressionType === "NONE",
    artifactUri: ModelArtifacts?.S3ModelArtifacts || null,
    checkpoint: CheckpointConfig?.S3Uri
      ? { s3Uri: CheckpointConfig.S3Uri, localPath: CheckpointConfig.LocalPath ?? null }
      : null,
  };
}

/** AWS gives the stage that lasts an end too: the time of the call. */
function toTransitions(sent: SecondaryStatusTransition[] | undefined, status: TrainingStatus): JobTransition[] {
  const all = sent ?? [];
  return all.map(({ Status, StartTime, EndTime, StatusMessage }, index) => ({
    status: Status ?? "",
    startedAt: (StartTime ?? new Date(0)).toISOString(),
    endedAt: isUnderWay(status) && index === all.length - 1 ? null : (EndTime?.toISOString() ?? null),
    message: StatusMessage ?? null,
  }));
}

/** Channels that read a file system instead of S3 cannot be shown as rows of the form. */
function isS3Channel(channel: object): boolean {
  return "DataSource" in channel && Boolean((channel.DataSource as { S3DataSource?: unknown })?.S3DataSource);
}
