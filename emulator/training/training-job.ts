import type { Resource } from "../services/sagemaker/resources.ts";

export type S3Source = {
  S3DataType: "S3Prefix" | "ManifestFile" | "AugmentedManifestFile" | "Converse";
  S3Uri: string;
  S3DataDistributionType?: "FullyReplicated" | "ShardedByS3Key";
};

export type InputChannel = {
  ChannelName: string;
  DataSource: { S3DataSource?: S3Source };
  ContentType?: string;
  CompressionType?: "None" | "Gzip";
  RecordWrapperType?: string;
  InputMode?: "File" | "Pipe" | "FastFile";
};

export type MetricDefinition = { Name: string; Regex: string };

/** CreateTrainingJob's input without its tags, so far as the emulator acts on it; the rest is kept and described. */
export type TrainingDefinition = {
  TrainingJobName: string;
  RoleArn: string;
  AlgorithmSpecification: {
    TrainingImage?: string;
    AlgorithmName?: string;
    TrainingInputMode: string;
    MetricDefinitions?: MetricDefinition[];
  };
  HyperParameters?: Record<string, string>;
  InputDataConfig?: InputChannel[];
  OutputDataConfig: { S3OutputPath: string; CompressionType?: "GZIP" | "NONE" };
  ResourceConfig: {
    InstanceType?: string;
    InstanceCount?: number;
    VolumeSizeInGB?: number;
    KeepAlivePeriodInSeconds?: number;
  };
  StoppingCondition: { MaxRuntimeInSeconds?: number; MaxWaitTimeInSeconds?: number };
  EnableManagedSpotTraining?: boolean;
  CheckpointConfig?: { S3Uri: string; LocalPath?: string };
  Environment?: Record<string, string>;
  RetryStrategy?: { MaximumRetryAttempts: number };
  EnableNetworkIsolation?: boolean;
  ProfilerConfig?: Record<string, unknown>;
  ProfilerRuleConfigurations?: unknown[];
  RemoteDebugConfig?: { EnableRemoteDebug?: boolean };
};

export type TrainingStatus = "InProgress" | "Completed" | "Failed" | "Stopping" | "Stopped";

export type SecondaryStatus =
  | "Starting"
  | "Downloading"
  | "Training"
  | "Uploading"
  | "Interrupted"
  | "Restarting"
  | "MaxRuntimeExceeded"
  | "MaxWaitTimeExceeded"
  | TrainingStatus;

/** Times are epoch milliseconds. */
export type Transition = { status: SecondaryStatus; startedAt: number; endedAt: number | null; message: string };

export type FinalMetric = { name: string; value: number; at: number };

export type TrainingJob = Resource & {
  definition: TrainingDefinition;
  status: TrainingStatus;
  transitions: Transition[];
  modifiedAt: number;
  /** When instances first began to work on it. */
  startedAt: number | null;
  endedAt: number | null;
  /** Milliseconds in which instances worked, the current stretch left out. */
  workedMs: number;
  failureReason: string | null;
  /** Where the model went; null until it was uploaded. */
  artifacts: string | null;
  finalMetrics: FinalMetric[];
  /** Interruptions of spot capacity so far. */
  interruptions: number;
  retries: number;
  /** When the kept instances were given back before their time; jobs of before this was kept have none. */
  poolTerminatedAt?: number | null;
};

const FINAL: ReadonlySet<SecondaryStatus> = new Set([
  "Completed",
  "Failed",
  "Stopped",
  "MaxRuntimeExceeded",
  "MaxWaitTimeExceeded",
]);

/** The job with its newest status; the one before ends now. */
export function withTransition(job: TrainingJob, status: SecondaryStatus, message: string, now: number): TrainingJob {
  const ended = job.transitions.map((past) => (past.endedAt === null ? { ...past, endedAt: now } : past));
  const isFinal = FINAL.has(status);
  return {
    ...job,
    transitions: [...ended, { status, startedAt: now, endedAt: isFinal ? now : null, message }],
    modifiedAt: now,
  };
}

export function secondaryStatus({ transitions, status }: TrainingJob): SecondaryStatus {
  return transitions.at(-1)?.status ?? status;
}
