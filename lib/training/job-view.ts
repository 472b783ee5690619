import type { EnvironmentEntry } from "@/lib/secrets/mask";

import type { Distribution } from "./distribution";
import type { Hyperparameter } from "./hyperparameters";
import type { Channel, InputMode, MetricDefinition } from "./view";

/** What the browser sees of training jobs. JSON-safe: dates are ISO strings, what AWS leaves out is null. */

export const TRAINING_STATUSES = ["InProgress", "Completed", "Failed", "Stopping", "Stopped", "Deleting"] as const;
export type TrainingStatus = (typeof TRAINING_STATUSES)[number];

/** A row of ListTrainingJobs. */
export type TrainingJobSummary = {
  name: string;
  arn: string;
  status: TrainingStatus;
  /** SageMaker's finer word: `Downloading`, `Training`, `MaxRuntimeExceeded`. */
  secondaryStatus: string | null;
  createdAt: string | null;
  endedAt: string | null;
  updatedAt: string | null;
};

export type TrainingJobPage = { items: TrainingJobSummary[]; nextCursor: string | null };

/** What a row of the table shows beyond ListTrainingJobs. */
export type TrainingJobRow = {
  name: string;
  status: TrainingStatus;
  startedAt: string | null;
  endedAt: string | null;
  /** `2 × ml.g5.xlarge`. */
  fleet: string | null;
  isSpot: boolean;
};

/** A stretch of a job's life; `endedAt` is null while it lasts. */
export type JobTransition = { status: string; startedAt: string; endedAt: string | null; message: string | null };

export type FinalMetric = { name: string; value: number; at: string | null };

/** What DescribeTrainingJob tells, secrets masked. Sizes in GB, times in seconds. */
export type TrainingJobView = TrainingJobSummary & {
  startedAt: string | null;
  failureReason: string | null;
  transitions: JobTransition[];
  image: string | null;
  inputMode: InputMode;
  executionRoleArn: string | null;
  entryPoint: string | null;
  sourceUri: string | null;
  hyperparameters: (Hyperparameter & { isSecret: boolean })[];
  distribution: Distribution;
  compiler: { debug: boolean } | null;
  channels: Channel[];
  instanceType: string | null;
  instanceCount: number | null;
  volumeGb: number | null;
  keepAliveSeconds: number | null;
  volumeKmsKeyId: string | null;
  outputUri: string | null;
  outputKmsKeyId: string | null;
  disableOutputCompression: boolean;
  /** The model in S3; null until it was uploaded. */
  artifactUri: string | null;
  maxRunSeconds: number | null;
  maxWaitSeconds: number | null;
  isSpot: boolean;
  checkpoint: { s3Uri: string; localPath: string | null } | null;
  trainingSeconds: number | null;
  billableSeconds: number | null;
  metricDefinitions: MetricDefinition[];
  finalMetrics: FinalMetric[];
  environment: EnvironmentEntry[];
  vpc: { subnets: string[]; securityGroups: string[] } | null;
  networkIsolation: boolean;
  encryptTraffic: boolean;
  retryAttempts: number | null;
  debuggerHook: boolean;
  profiler: boolean;
};

export type TrainingJobDetail = TrainingJobView & {
  /** null: they could not be read. */
  tags: { key: string; value: string }[] | null;
};

const UNDER_WAY: readonly TrainingStatus[] = ["InProgress", "Stopping", "Deleting"];

/** True while SageMaker is still working on the job, so that looking again soon is worth a call. */
export function isUnderWay(status: TrainingStatus): boolean {
  return UNDER_WAY.includes(status);
}

/** What spot capacity saved against on-demand, 0 to 1, as the Python SDK works it out; null where nothing can be said. */
export function spotSaving(
  job: Pick<TrainingJobView, "isSpot" | "trainingSeconds" | "billableSeconds">,
): number | null {
  const { isSpot, trainingSeconds, billableSeconds } = job;
  if (!isSpot || !trainingSeconds || billableSeconds === null) return null;
  return 1 - billableSeconds / trainingSeconds;
}
