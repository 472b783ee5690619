type VariantTarget = {
  ServiceNamespace: "sagemaker";
  /** `endpoint/NAME/variant/VARIANT`. */
  ResourceId: string;
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount";
};

export type RegisterScalableTargetRequest = VariantTarget & { MinCapacity: number; MaxCapacity: number };
export type DeregisterScalableTargetRequest = VariantTarget;

type CustomizedMetric = {
  MetricName: string;
  Namespace: "AWS/SageMaker";
  Dimensions: { Name: string; Value: string }[];
  Statistic: "Average";
};

export type PutTargetTrackingRequest = VariantTarget & {
  PolicyName: string;
  PolicyType: "TargetTrackingScaling";
  TargetTrackingScalingPolicyConfiguration: {
    TargetValue: number;
    ScaleInCooldown: number;
    ScaleOutCooldown: number;
  } & (
    | { PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" } }
    | { CustomizedMetricSpecification: CustomizedMetric }
  );
};

export type PutStepScalingRequest = VariantTarget & {
  PolicyName: string;
  PolicyType: "StepScaling";
  StepScalingPolicyConfiguration: {
    AdjustmentType: "ChangeInCapacity";
    MetricAggregationType: "Average";
    Cooldown: number;
    StepAdjustments: { MetricIntervalLowerBound: number; ScalingAdjustment: number }[];
  };
};

/** The alarm that starts a step policy. Its action is the policy's ARN, which AWS says only after the policy is made. */
export type PutMetricAlarmRequest = {
  AlarmName: string;
  MetricName: "HasBacklogWithoutCapacity";
  Namespace: "AWS/SageMaker";
  Statistic: "Average";
  Dimensions: { Name: string; Value: string }[];
  Period: number;
  EvaluationPeriods: number;
  DatapointsToAlarm: number;
  Threshold: number;
  ComparisonOperator: "GreaterThanOrEqualToThreshold";
  TreatMissingData: "missing";
  AlarmActions: string[];
};
