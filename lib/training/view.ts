import type { Tag } from "@/lib/deploy/view";

export type S3DataType = "S3Prefix" | "ManifestFile" | "AugmentedManifestFile";
export type InputMode = "File" | "Pipe" | "FastFile";

export type Channel = {
  ChannelName: string;
  DataSource: {
    S3DataSource: {
      S3DataType: S3DataType;
      S3Uri: string;
      S3DataDistributionType: "FullyReplicated" | "ShardedByS3Key";
      AttributeNames?: string[];
    };
  };
  ContentType?: string;
  CompressionType?: "None" | "Gzip";
  RecordWrapperType?: "None" | "RecordIO";
  InputMode?: InputMode;
};

export type MetricDefinition = { Name: string; Regex: string };

/** The CreateTrainingJob call as it goes over the wire, so far as the console sends it. */
export type CreateTrainingJobRequest = {
  TrainingJobName: string;
  RoleArn: string;
  AlgorithmSpecification: {
    TrainingImage: string;
    TrainingInputMode: InputMode;
    MetricDefinitions?: MetricDefinition[];
    EnableSageMakerMetricsTimeSeries: boolean;
  };
  HyperParameters: Record<string, string>;
  InputDataConfig?: Channel[];
  OutputDataConfig: { S3OutputPath: string; KmsKeyId?: string; CompressionType?: "GZIP" | "NONE" };
  ResourceConfig: {
    InstanceType: string;
    InstanceCount: number;
    VolumeSizeInGB: number;
    VolumeKmsKeyId?: string;
    KeepAlivePeriodInSeconds?: number;
  };
  StoppingCondition: { MaxRuntimeInSeconds: number; MaxWaitTimeInSeconds?: number };
  EnableManagedSpotTraining?: boolean;
  CheckpointConfig?: { S3Uri: string; LocalPath?: string };
  DebugHookConfig?: { S3OutputPath: string; CollectionConfigurations: never[] };
  ProfilerConfig: { S3OutputPath: string; DisableProfiler: false } | { DisableProfiler: true };
  Environment?: Record<string, string>;
  VpcConfig?: { SecurityGroupIds: string[]; Subnets: string[] };
  EnableNetworkIsolation?: boolean;
  EnableInterContainerTrafficEncryption?: boolean;
  RetryStrategy?: { MaximumRetryAttempts: number };
  Tags?: Tag[];
};
