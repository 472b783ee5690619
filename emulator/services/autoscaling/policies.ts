import { randomUUID } from "node:crypto";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault, validation } from "../../protocol/fault.ts";
import { listAlarms } from "../cloudwatch/alarms/alarm-store.ts";
import { offsetPage } from "../page-token.ts";
import { describePolicyAlarms, putTrackingAlarms, type Tracking } from "./policy-alarms.ts";
import { findTarget, noScalableTarget, type TargetId } from "./scalable-target.ts";
import { deletePolicy, findPolicy, listPolicies, type ScalingPolicy, savePolicy } from "./scaling-policy.ts";

type PolicyId = TargetId & { ServiceNamespace: string; PolicyName: string };
type Put = PolicyId & {
  PolicyType?: string;
  TargetTrackingScalingPolicyConfiguration?: object;
  StepScalingPolicyConfiguration?: object;
};
type Describe = {
  ServiceNamespace: string;
  PolicyNames?: string[];
  ResourceId?: string;
  ScalableDimension?: string;
  MaxResults?: number;
  NextToken?: string;
};

/** The operations on scaling policies; target tracking brings alarms of its own. */
export function policyOperations(context: EmulatorContext): Operations {
  const { records, clock } = context;
  /** Makes a policy, or replaces one of the same name. */
  function putScalingPolicy(input: Put, { region }: Call) {
    if (!findTarget(records, region, input)) throw noScalableTarget(input);
    const before = findPolicy(records, region, input);
    const type = input.PolicyType ?? before?.type ?? "StepScaling";
    const tracking = input.TargetTrackingScalingPolicyConfiguration ?? null;
    const steps = input.StepScalingPolicyConfiguration ?? null;
    if (type === "TargetTrackingScaling" ? !tracking || steps : type === "StepScaling" ? !steps || tracking : true) {
      throw validation(`A policy of the type ${type} needs the configuration of that type, and no other.`);
    }
    checkPredefined(input);
    const arn = before?.arn ?? policyArn(region, input);
    const policy: ScalingPolicy = {
      name: input.PolicyName,
      resourceId: input.ResourceId,
      dimension: input.ScalableDimension,
      type,
      tracking,
      steps,
      arn,
      createdAt: before?.createdAt ?? clock.now(),
    };
    records.transaction(() => {
      savePolicy(records, region, policy);
      if (tracking) putTrackingAlarms(context, region, policy);
    });
    return { PolicyARN: arn, Alarms: describePolicyAlarms(listAlarms(records, region), policy) };
  }

  function describeScalingPolicies(input: Describe, { region }: Call) {
    const { PolicyNames, ResourceId, ScalableDimension, MaxResults = 10 } = input;
    const wanted = (input.ServiceNamespace === "sagemaker" ? listPolicies(records, region) : [])
      .filter(({ name }) => !PolicyNames?.length || PolicyNames.includes(name))
      .filter(({ resourceId }) => ResourceId === undefined || resourceId === ResourceId)
      .filter(({ dimension }) => ScalableDimension === undefined || dimension === ScalableDimension);
    const size = Math.min(50, Math.max(1, MaxResults));
    const { items, nextToken } = offsetPage(records, `scaling-policies ${region}`, wanted, input.NextToken, size);
    const alarms = listAlarms(records, region);
    return {
      ScalingPolicies: items.map((policy) => ({
        PolicyARN: policy.arn,
        PolicyName: policy.name,
        ServiceNamespace: "sagemaker",
        ResourceId: policy.resourceId,
        ScalableDimension: policy.dimension,
        PolicyType: policy.type,
        TargetTrackingScalingPolicyConfiguration: policy.tracking ?? undefined,
        StepScalingPolicyConfiguration: policy.steps ?? undefined,
        Alarms: describePolicyAlarms(alarms, policy),
        CreationTime: policy.createdAt / 1000,
      })),
      NextToken: nextToken,
    };
  }

  function deleteScalingPolicy(input: PolicyId, { region }: Call) {
    if (deletePolicy(records, region, input)) return {};
    const { ServiceNamespace, ResourceId, ScalableDimension, PolicyName } = input;
    throw new Fault(
      "ObjectNotFoundException",
      `No scaling policy found for service namespace: ${ServiceNamespace}, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}, policy name: ${PolicyName}`,
    );
  }

  return {
    PutScalingPolicy: putScalingPolicy,
    DescribeScalingPolicies: describeScalingPolicies,
    DeleteScalingPolicy: deleteScalingPolicy,
  };
}

/** A predefined metric is one of what the target's dimension scales. The rule is AWS's, the wording the emulator's. */
function checkPredefined({ ResourceId, TargetTrackingScalingPolicyConfiguration: tracking }: Put): void {
  const { PredefinedMetricSpecification: known } = (tracking ?? {}) as Tracking;
  if (!known) return;
  const { PredefinedMetricType: type } = known;
  const isOfComponent = type.startsWith("SageMakerInferenceComponent");
  if (isOfComponent === ResourceId.startsWith("inference-component/")) return;
  throw validation(`The predefined metric ${type} cannot be tracked for the resource ID ${ResourceId}.`);
}

function policyArn(region: string, { ResourceId, PolicyName }: PolicyId): string {
  return `arn:aws:autoscaling:${region}:${ACCOUNT_ID}:scalingPolicy:${randomUUID()}:resource/sagemaker/${ResourceId}:policyName/${PolicyName}`;
}
