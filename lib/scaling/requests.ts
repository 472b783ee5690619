import type { ScalingDimension } from "./dimensions";
import type { ADJUSTMENTS, COMPARISONS, STATISTICS } from "./policy-schema";

/** The requests that change what scales a target, as AWS takes them; JSON-safe, so that what is reviewed is what is sent. */
type Target = { ServiceNamespace: "sagemaker"; ResourceId: string; ScalableDimension: ScalingDimension };
type Dimensions = { Name: string; Value: string }[];

export type RegisterTargetRequest = Target & {
  MinCapacity: number;
  MaxCapacity: number;
  SuspendedState?: {
    DynamicScalingInSuspended: boolean;
    DynamicScalingOutSuspended: boolean;
    ScheduledScalingSuspended: boolean;
  };
};

export type DeregisterTargetRequest = Target;

type TrackingConfiguration = {
  TargetValue: number;
  PredefinedMetricSpecification?: { PredefinedMetricType: string };
  CustomizedMetricSpecification?: {
    MetricName: string;
    Namespace: string;
    Dimensions?: Dimensions;
    Statistic: (typeof STATISTICS)[number];
    Unit?: string;
  };
  ScaleInCooldown?: number;
  ScaleOutCooldown?: number;
  DisableScaleIn?: boolean;
};

type StepConfiguration = {
  AdjustmentType: (typeof ADJUSTMENTS)[number];
  MetricAggregationType: "Average" | "Minimum" | "Maximum";
  Cooldown?: number;
  MinAdjustmentMagnitude?: number;
  StepAdjustments: {
    MetricIntervalLowerBound?: number;
    MetricIntervalUpperBound?: number;
    ScalingAdjustment: number;
  }[];
};

export type PutScalingPolicyRequest = Target & { PolicyName: string } & (
    | { PolicyType: "TargetTrackingScaling"; TargetTrackingScalingPolicyConfiguration: TrackingConfiguration }
    | { PolicyType: "StepScaling"; StepScalingPolicyConfiguration: StepConfiguration }
  );

export type DeleteScalingPolicyRequest = Target & { PolicyName: string };

/** The alarm of a step policy; its action is the policy's ARN, which a new policy has only once it is made. */
export type PutAlarmRequest = {
  AlarmName: string;
  AlarmDescription?: string;
  Namespace: string;
  MetricName: string;
  Dimensions: Dimensions;
  Statistic: (typeof STATISTICS)[number];
  Period: number;
  EvaluationPeriods: number;
  DatapointsToAlarm: number;
  Threshold: number;
  ComparisonOperator: (typeof COMPARISONS)[number];
  TreatMissingData: "missing" | "ignore" | "breaching" | "notBreaching";
  AlarmActions: string[];
};

export type DeleteAlarmsRequest = { AlarmNames: string[] };

export type PutScheduledActionRequest = Target & {
  ScheduledActionName: string;
  Schedule: string;
  Timezone?: string;
  /** ISO; the SDK sends epoch seconds. */
  StartTime?: string;
  EndTime?: string;
  ScalableTargetAction: { MinCapacity?: number; MaxCapacity?: number };
};

export type DeleteScheduledActionRequest = Target & { ScheduledActionName: string };

type Call<Service extends string, Operation extends string, Input> = {
  service: Service;
  operation: Operation;
  input: Input;
};

/** One request of a change, in the order in which they are sent. */
export type ScalingRequest =
  | Call<"application-autoscaling", "RegisterScalableTarget", RegisterTargetRequest>
  | Call<"application-autoscaling", "DeregisterScalableTarget", DeregisterTargetRequest>
  | Call<"application-autoscaling", "PutScalingPolicy", PutScalingPolicyRequest>
  | Call<"application-autoscaling", "DeleteScalingPolicy", DeleteScalingPolicyRequest>
  | Call<"application-autoscaling", "PutScheduledAction", PutScheduledActionRequest>
  | Call<"application-autoscaling", "DeleteScheduledAction", DeleteScheduledActionRequest>
  | Call<"cloudwatch", "PutMetricAlarm", PutAlarmRequest>
  | Call<"cloudwatch", "DeleteAlarms", DeleteAlarmsRequest>;
