import { compilerHyperparameters, type Distribution, distributionHyperparameters } from "./distribution";
import { encodeHyperparameters, type Hyperparameter } from "./hyperparameters";
import { dumps } from "./python-json";
import type { Channel, CreateTrainingJobRequest, InputMode, MetricDefinition } from "./view";

/** What a person wants of a training job, every choice made. */
export type TrainingWishes = {
  image: string;
  /** The script inside the source archive, run by the container's toolkit. */
  entryPoint: string;
  hyperparameters: Hyperparameter[];
  channels: Channel[];
  inputMode: InputMode;
  instanceType: string;
  instanceCount: number;
  volumeGb: number;
  maxRunSeconds: number;
  /** Spot capacity, and how long to wait for it in all, seconds; null: on demand. */
  spot: { maxWaitSeconds: number } | null;
  checkpoint: { s3Uri: string; localPath: string | null } | null;
  distribution: Distribution;
  compiler: { debug: boolean } | null;
  metricDefinitions: MetricDefinition[];
  debuggerHook: boolean;
  profiler: boolean;
  executionRoleArn: string;
  /** Where the artifacts go; the job's name is put behind it. */
  outputUri: string;
  disableOutputCompression: boolean;
  environment: Record<string, string>;
  tags: { Key: string; Value: string }[];
  vpc: { subnets: string[]; securityGroups: string[] } | null;
  networkIsolation: boolean;
  encryptTraffic: boolean;
  keepAliveSeconds: number | null;
  retryAttempts: number | null;
  volumeKmsKeyId: string | null;
  outputKmsKeyId: string | null;
};

export type TrainingFacts = { region: string; jobName: string /** The source archive in S3. */; sourceUri: string };

const CODE_CHANNEL = "code";
const CODE_IN_CONTAINER = "/opt/ml/input/data/code/sourcedir.tar.gz";

/**
 * The CreateTrainingJob request for these wishes, equal to what the SageMaker Python SDK v2 (2.257.6) sends for a
 * `HuggingFace(…).fit()` of the same. Options that were not chosen are left out.
 */
export function buildTrainingRequest(wishes: TrainingWishes, facts: TrainingFacts): CreateTrainingJobRequest {
  const channels = inputChannels(wishes, facts);
  const { executionRoleArn, checkpoint, spot, vpc, environment, tags, retryAttempts, outputUri } = wishes;
  return {
    TrainingJobName: facts.jobName,
    RoleArn: executionRoleArn,
    AlgorithmSpecification: {
      TrainingImage: wishes.image,
      TrainingInputMode: wishes.inputMode,
      ...(wishes.metricDefinitions.length > 0 && { MetricDefinitions: wishes.metricDefinitions }),
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: hyperparameters(wishes, facts),
    ...(channels.length > 0 && { InputDataConfig: channels }),
    OutputDataConfig: {
      S3OutputPath: outputUri,
      ...(wishes.outputKmsKeyId && { KmsKeyId: wishes.outputKmsKeyId }),
      ...(wishes.disableOutputCompression && { CompressionType: "NONE" as const }),
    },
    ResourceConfig: {
      InstanceType: wishes.instanceType,
      InstanceCount: wishes.instanceCount,
      VolumeSizeInGB: wishes.volumeGb,
      ...(wishes.volumeKmsKeyId && { VolumeKmsKeyId: wishes.volumeKmsKeyId }),
      ...(wishes.keepAliveSeconds !== null && { KeepAlivePeriodInSeconds: wishes.keepAliveSeconds }),
    },
    StoppingCondition: {
      MaxRuntimeInSeconds: wishes.maxRunSeconds,
      ...(spot && { MaxWaitTimeInSeconds: spot.maxWaitSeconds }),
    },
    ...(spot && { EnableManagedSpotTraining: true }),
    ...(checkpoint && {
      CheckpointConfig: {
        S3Uri: checkpoint.s3Uri,
        ...(checkpoint.localPath && { LocalPath: checkpoint.localPath }),
      },
    }),
    ...(wishes.debuggerHook && { DebugHookConfig: { S3OutputPath: outputUri, CollectionConfigurations: [] } }),
    ProfilerConfig: wishes.profiler ? { S3OutputPath: outputUri, DisableProfiler: false } : { DisableProfiler: true },
    ...(Object.keys(environment).length > 0 && { Environment: environment }),
    ...(vpc && { VpcConfig: { SecurityGroupIds: vpc.securityGroups, Subnets: vpc.subnets } }),
    ...(wishes.networkIsolation && { EnableNetworkIsolation: true }),
    ...(wishes.encryptTraffic && { EnableInterContainerTrafficEncryption: true }),
    ...(retryAttempts !== null && { RetryStrategy: { MaximumRetryAttempts: retryAttempts } }),
    ...(tags.length > 0 && { Tags: tags }),
  };
}

/** A container without a network cannot fetch its script: it comes as a channel of its own. */
function inputChannels({ channels, networkIsolation }: TrainingWishes, { sourceUri }: TrainingFacts): Channel[] {
  if (!networkIsolation) return channels;
  const source = { S3DataType: "S3Prefix", S3Uri: sourceUri, S3DataDistributionType: "FullyReplicated" } as const;
  return [...channels, { ChannelName: CODE_CHANNEL, DataSource: { S3DataSource: source } }];
}

function hyperparameters(wishes: TrainingWishes, facts: TrainingFacts): Record<string, string> {
  return {
    ...encodeHyperparameters(wishes.hyperparameters),
    ...distributionHyperparameters(wishes.distribution, wishes.instanceType),
    ...(wishes.compiler && compilerHyperparameters(wishes.compiler.debug)),
    sagemaker_submit_directory: dumps(wishes.networkIsolation ? CODE_IN_CONTAINER : facts.sourceUri),
    sagemaker_program: dumps(wishes.entryPoint),
    sagemaker_container_log_level: "20",
    sagemaker_job_name: dumps(facts.jobName),
    sagemaker_region: dumps(facts.region),
  };
}
