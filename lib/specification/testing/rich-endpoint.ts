import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";

import type { AwsCall } from "../view";

const NAME = "reviews";
const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";

/** The token in the environment of a model of `richEndpoint`. */
export const RICH_TOKEN = "hf_ofTheEndpoint1234";

const target = (variant: string) => ({
  ServiceNamespace: "sagemaker",
  ResourceId: `endpoint/${NAME}/variant/${variant}`,
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
});

const model = (name: string, id: string, more: object = {}): AwsCall => ({
  service: "sagemaker",
  operation: "CreateModel",
  input: {
    ModelName: name,
    ExecutionRoleArn: ROLE,
    PrimaryContainer: { Image: IMAGE, Environment: { HF_MODEL_ID: id, HF_TASK: "text-classification", ...more } },
    Tags: [{ Key: "team", Value: "nlp" }],
  },
});

const variant = (name: string, of: string, weight: number) => ({
  VariantName: name,
  ModelName: of,
  InitialInstanceCount: 1,
  InstanceType: "ml.m5.xlarge",
  InitialVariantWeight: weight,
});

const alarm = (name: string, metric: string, more: object = {}): AwsCall => ({
  service: "cloudwatch",
  operation: "PutMetricAlarm",
  input: {
    AlarmName: name,
    ActionsEnabled: true,
    MetricName: metric,
    Namespace: "AWS/SageMaker",
    Statistic: "Sum",
    Dimensions: [
      { Name: "EndpointName", Value: NAME },
      { Name: "VariantName", Value: "blue" },
    ],
    Period: 60,
    EvaluationPeriods: 3,
    Threshold: 5,
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
    ...more,
  },
});

/** The calls of an endpoint with two variants, moved weights, two ways of scaling, a schedule and alarms. */
export function richEndpoint(token = RICH_TOKEN): AwsCall[] {
  return [
    model("reviews-blue", "bundled/afinn-sentiment", { HF_TOKEN: token, NOTE: `it's "$5"` }),
    model("reviews-green", "bundled/afinn-sentiment"),
    {
      service: "sagemaker",
      operation: "CreateEndpointConfig",
      input: {
        EndpointConfigName: "reviews-1",
        ProductionVariants: [variant("blue", "reviews-blue", 3), variant("green", "reviews-green", 1)],
        Tags: [{ Key: "team", Value: "nlp" }],
      },
    },
    {
      service: "sagemaker",
      operation: "CreateEndpoint",
      input: { EndpointName: NAME, EndpointConfigName: "reviews-1", Tags: [{ Key: "team", Value: "nlp" }] },
    },
    {
      service: "sagemaker",
      operation: "UpdateEndpointWeightsAndCapacities",
      input: { EndpointName: NAME, DesiredWeightsAndCapacities: [{ VariantName: "green", DesiredWeight: 2 }] },
    },
    {
      service: "application-autoscaling",
      operation: "RegisterScalableTarget",
      input: { ...target("blue"), MinCapacity: 1, MaxCapacity: 3 },
    },
    {
      service: "application-autoscaling",
      operation: "RegisterScalableTarget",
      input: {
        ...target("green"),
        MinCapacity: 1,
        MaxCapacity: 2,
        SuspendedState: {
          DynamicScalingInSuspended: true,
          DynamicScalingOutSuspended: false,
          ScheduledScalingSuspended: false,
        },
      },
    },
    {
      service: "application-autoscaling",
      operation: "PutScalingPolicy",
      input: {
        ...target("blue"),
        PolicyName: "steps",
        PolicyType: "StepScaling",
        StepScalingPolicyConfiguration: {
          AdjustmentType: "ChangeInCapacity",
          MetricAggregationType: "Average",
          Cooldown: 300,
          StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
        },
      },
    },
    alarm("reviews-many-calls", "Invocations", { AlarmActions: [WAKE_POLICY_ARN] }),
    {
      service: "application-autoscaling",
      operation: "PutScalingPolicy",
      input: {
        ...target("green"),
        PolicyName: "keep",
        PolicyType: "TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 70,
          PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
          ScaleInCooldown: 300,
          ScaleOutCooldown: 60,
        },
      },
    },
    {
      service: "application-autoscaling",
      operation: "PutScheduledAction",
      input: {
        ...target("blue"),
        ScheduledActionName: "mornings",
        Schedule: "cron(0 8 ? * MON-FRI *)",
        Timezone: "Europe/Berlin",
        ScalableTargetAction: { MinCapacity: 2, MaxCapacity: 3 },
      },
    },
    alarm("reviews-5xx", "Invocation5XXErrors"),
  ];
}
