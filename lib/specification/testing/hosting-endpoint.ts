import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";

import type { AwsCall } from "../view";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
const TAGS = [{ Key: "team", Value: "nlp" }];

/** The token in the environment of a component's own container. */
export const COMPONENT_TOKEN = "hf_ofTheComponent1234";

const sagemaker = (operation: string, input: Record<string, unknown>): AwsCall => ({
  service: "sagemaker",
  operation,
  input,
});

const scaling = (operation: string, component: string, input: Record<string, unknown>): AwsCall => ({
  service: "application-autoscaling",
  operation,
  input: {
    ServiceNamespace: "sagemaker",
    ResourceId: `inference-component/${component}`,
    ScalableDimension: "sagemaker:inference-component:DesiredCopyCount",
    ...input,
  },
});

const alarm = (name: string, component: string, metric: string, more: object = {}): AwsCall => ({
  service: "cloudwatch",
  operation: "PutMetricAlarm",
  input: {
    AlarmName: name,
    ActionsEnabled: true,
    MetricName: metric,
    Namespace: "AWS/SageMaker",
    Statistic: "Sum",
    Dimensions: [{ Name: "InferenceComponentName", Value: component }],
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
    ...more,
  },
});

/**
 * The calls of an endpoint that hosts inference components: one of a model, with copies that scale from zero by steps, and
 * one of a container of its own that follows its load, and watched besides.
 */
export function hostingEndpoint(name = "shared", token = COMPONENT_TOKEN): AwsCall[] {
  const [mood, own] = [`${name}-mood`, `${name}-own`];
  return [
    sagemaker("CreateModel", {
      ModelName: mood,
      ExecutionRoleArn: ROLE,
      PrimaryContainer: { Image: IMAGE, Environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } },
      Tags: TAGS,
    }),
    sagemaker("CreateEndpointConfig", {
      EndpointConfigName: `${name}-1`,
      ExecutionRoleArn: ROLE,
      ProductionVariants: [
        {
          VariantName: "AllTraffic",
          InitialInstanceCount: 1,
          InstanceType: "ml.m5.xlarge",
          InitialVariantWeight: 1,
          ManagedInstanceScaling: { Status: "ENABLED", MinInstanceCount: 1, MaxInstanceCount: 2 },
          RoutingConfig: { RoutingStrategy: "LEAST_OUTSTANDING_REQUESTS" },
        },
      ],
      Tags: TAGS,
    }),
    sagemaker("CreateEndpoint", { EndpointName: name, EndpointConfigName: `${name}-1`, Tags: TAGS }),
    sagemaker("CreateInferenceComponent", {
      InferenceComponentName: mood,
      EndpointName: name,
      VariantName: "AllTraffic",
      Specification: {
        ModelName: mood,
        ComputeResourceRequirements: {
          NumberOfCpuCoresRequired: 0.5,
          MinMemoryRequiredInMb: 512,
          MaxMemoryRequiredInMb: 1024,
        },
        StartupParameters: { ContainerStartupHealthCheckTimeoutInSeconds: 300 },
        SchedulingConfig: { PlacementStrategy: "SPREAD" },
      },
      RuntimeConfig: { CopyCount: 1 },
      Tags: TAGS,
    }),
    sagemaker("CreateInferenceComponent", {
      InferenceComponentName: own,
      EndpointName: name,
      VariantName: "AllTraffic",
      Specification: {
        Container: {
          Image: IMAGE,
          Environment: { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TOKEN: token, NOTE: `it's "$5"` },
        },
        ComputeResourceRequirements: { NumberOfCpuCoresRequired: 1, MinMemoryRequiredInMb: 1024 },
      },
      RuntimeConfig: { CopyCount: 2 },
    }),
    sagemaker("UpdateInferenceComponentRuntimeConfig", {
      InferenceComponentName: mood,
      DesiredRuntimeConfig: { CopyCount: 0 },
    }),
    scaling("RegisterScalableTarget", mood, { MinCapacity: 0, MaxCapacity: 2 }),
    scaling("RegisterScalableTarget", own, { MinCapacity: 1, MaxCapacity: 3 }),
    scaling("PutScalingPolicy", mood, {
      PolicyName: "wake",
      PolicyType: "StepScaling",
      StepScalingPolicyConfiguration: {
        AdjustmentType: "ChangeInCapacity",
        MetricAggregationType: "Maximum",
        Cooldown: 60,
        StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
      },
    }),
    alarm(`${mood}-asked`, mood, "NoCapacityInvocationFailures", { AlarmActions: [WAKE_POLICY_ARN] }),
    scaling("PutScalingPolicy", own, {
      PolicyName: "keep",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 20,
        PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerInferenceComponentInvocationsPerCopy" },
        ScaleInCooldown: 300,
        ScaleOutCooldown: 60,
      },
    }),
    alarm(`${own}-5xx`, own, "Invocation5XXErrors"),
  ];
}
