/**
 * The class of `sagemaker.core.shapes` for each structure that the console's requests hold, by the class or resource
 * that has it as a member. The SDK generates its classes from AWS's service model, so these are that model's names.
 */
export const SDK_V3_SHAPES: Record<string, Record<string, string>> = {
  TrainingJob: {
    AlgorithmSpecification: "AlgorithmSpecification",
    InputDataConfig: "Channel",
    OutputDataConfig: "OutputDataConfig",
    ResourceConfig: "ResourceConfig",
    StoppingCondition: "StoppingCondition",
    CheckpointConfig: "CheckpointConfig",
    DebugHookConfig: "DebugHookConfig",
    ProfilerConfig: "ProfilerConfig",
    VpcConfig: "VpcConfig",
    RetryStrategy: "RetryStrategy",
    Tags: "Tag",
  },
  AlgorithmSpecification: { MetricDefinitions: "MetricDefinition" },
  Channel: { DataSource: "DataSource" },
  DataSource: { S3DataSource: "S3DataSource" },
  Model: { PrimaryContainer: "ContainerDefinition", VpcConfig: "VpcConfig", Tags: "Tag" },
  EndpointConfig: {
    ProductionVariants: "ProductionVariant",
    AsyncInferenceConfig: "AsyncInferenceConfig",
    DataCaptureConfig: "DataCaptureConfig",
    Tags: "Tag",
  },
  AsyncInferenceConfig: { OutputConfig: "AsyncInferenceOutputConfig", ClientConfig: "AsyncInferenceClientConfig" },
  AsyncInferenceOutputConfig: { NotificationConfig: "AsyncInferenceNotificationConfig" },
  ProductionVariant: {
    ManagedInstanceScaling: "ProductionVariantManagedInstanceScaling",
    RoutingConfig: "ProductionVariantRoutingConfig",
  },
  ProductionVariantManagedInstanceScaling: { ScaleInPolicy: "ProductionVariantManagedInstanceScalingScaleInPolicy" },
  Endpoint: { Tags: "Tag" },
  InferenceComponent: {
    Specification: "InferenceComponentSpecification",
    Specifications: "InferenceComponentSpecification",
    RuntimeConfig: "InferenceComponentRuntimeConfig",
    Tags: "Tag",
  },
  InferenceComponentSpecification: {
    Container: "InferenceComponentContainerSpecification",
    StartupParameters: "InferenceComponentStartupParameters",
    ComputeResourceRequirements: "InferenceComponentComputeResourceRequirements",
    DataCacheConfig: "InferenceComponentDataCacheConfig",
    SchedulingConfig: "InferenceComponentSchedulingConfig",
  },
  InferenceComponentSchedulingConfig: { AvailabilityZoneBalance: "InferenceComponentAvailabilityZoneBalance" },
  TransformJob: {
    TransformInput: "TransformInput",
    TransformOutput: "TransformOutput",
    TransformResources: "TransformResources",
    Tags: "Tag",
  },
  TransformInput: { DataSource: "TransformDataSource" },
  TransformDataSource: { S3DataSource: "TransformS3DataSource" },
};

/**
 * `volume_size_in_gb` of `VolumeSizeInGB`, `enable_sage_maker_metrics_time_series` of
 * `EnableSageMakerMetricsTimeSeries`: the SDK's own rule (`pascal_to_snake` of sagemaker-core).
 */
export function pascalToSnake(member: string): string {
  return member
    .replaceAll(/(.)([A-Z][a-z]+)/g, "$1_$2")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}
