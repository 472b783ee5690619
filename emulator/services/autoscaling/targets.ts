import { randomBytes } from "node:crypto";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { validation } from "../../protocol/fault.ts";
import { offsetPage } from "../page-token.ts";
import { findVariant } from "../sagemaker/find-variant.ts";
import { findResource } from "../sagemaker/resources.ts";
import {
  deleteTarget,
  describeTarget,
  findTarget,
  listTargets,
  noScalableTarget,
  type ScalableTarget,
  type Suspended,
  saveTarget,
} from "./scalable-target.ts";
import type { ScalingClock } from "./scaling-clock.ts";
import { addTargetTags, dropTargetTags, type Tags } from "./target-tags.ts";

type TargetId = { ServiceNamespace: string; ResourceId: string; ScalableDimension: string };
type Register = TargetId & { MinCapacity?: number; MaxCapacity?: number; SuspendedState?: Suspended; Tags?: Tags };
type Describe = {
  ServiceNamespace: string;
  ResourceIds?: string[];
  ScalableDimension?: string;
  MaxResults?: number;
  NextToken?: string;
};

const VARIANT_ID = /^endpoint\/([^/]+)\/variant\/([^/]+)$/;
const COMPONENT_ID = /^inference-component\/([^/]+)$/;
const COPIES = "sagemaker:inference-component:DesiredCopyCount";
const VARIANT_DIMENSIONS = [
  "sagemaker:variant:DesiredInstanceCount",
  "sagemaker:variant:DesiredProvisionedConcurrency",
];

/** The operations on scalable targets. */
export function targetOperations({ records, clock }: EmulatorContext, scaling: ScalingClock): Operations {
  /** Registers a target, or changes what is given of one that is there. */
  function registerScalableTarget(input: Register, { region }: Call) {
    requireResource(region, input);
    const before = findTarget(records, region, input);
    const minCapacity = input.MinCapacity ?? before?.minCapacity;
    const maxCapacity = input.MaxCapacity ?? before?.maxCapacity;
    if (minCapacity === undefined || maxCapacity === undefined) {
      throw validation("MinCapacity and MaxCapacity are required to register a scalable target.");
    }
    if (minCapacity < 0) throw validation("MinCapacity cannot be negative.");
    if (maxCapacity < minCapacity) throw validation("Maximum capacity cannot be less than minimum capacity");
    const arn = before?.arn ?? targetArn(region);
    const target: ScalableTarget = {
      resourceId: input.ResourceId,
      dimension: input.ScalableDimension,
      minCapacity,
      maxCapacity,
      suspended: { ...before?.suspended, ...input.SuspendedState },
      arn,
      createdAt: before?.createdAt ?? clock.now(),
    };
    records.transaction(() => {
      saveTarget(records, region, target);
      if (input.Tags) addTargetTags(records, region, arn, input.Tags);
    });
    scaling.applyBounds(region, target);
    return { ScalableTargetARN: arn };
  }

  function requireResource(region: string, { ServiceNamespace, ResourceId, ScalableDimension }: TargetId): void {
    const [, endpoint, variant] = VARIANT_ID.exec(ResourceId) ?? [];
    const [, component] = COMPONENT_ID.exec(ResourceId) ?? [];
    const isKnown =
      (endpoint !== undefined && VARIANT_DIMENSIONS.includes(ScalableDimension)) ||
      (component !== undefined && ScalableDimension === COPIES);
    if (ServiceNamespace !== "sagemaker" || !isKnown) {
      throw validation("The emulator scales variants of SageMaker endpoints and inference components only.");
    }
    if (endpoint && variant && !findVariant(records, region, endpoint, variant)) {
      throw validation(`The variant ${variant} of the endpoint ${endpoint} does not exist.`);
    }
    if (component && !findResource(records, region, "inference-component", component)) {
      throw validation(`The inference component ${component} does not exist.`);
    }
  }

  function describeScalableTargets(input: Describe, { region }: Call) {
    const { ResourceIds, ScalableDimension, MaxResults = 50 } = input;
    const wanted = (input.ServiceNamespace === "sagemaker" ? listTargets(records, region) : [])
      .filter(({ resourceId }) => !ResourceIds?.length || ResourceIds.includes(resourceId))
      .filter(({ dimension }) => ScalableDimension === undefined || dimension === ScalableDimension);
    const size = Math.min(50, Math.max(1, MaxResults));
    const { items, nextToken } = offsetPage(records, `scalable-targets ${region}`, wanted, input.NextToken, size);
    return { ScalableTargets: items.map(describeTarget), NextToken: nextToken };
  }

  function deregisterScalableTarget(input: TargetId, { region }: Call) {
    const { arn } = findTarget(records, region, input) ?? {};
    if (arn) dropTargetTags(records, region, arn);
    if (deleteTarget(records, region, input)) return {};
    throw noScalableTarget(input);
  }

  return {
    RegisterScalableTarget: registerScalableTarget,
    DescribeScalableTargets: describeScalableTargets,
    DeregisterScalableTarget: deregisterScalableTarget,
  };
}

function targetArn(region: string): string {
  return `arn:aws:application-autoscaling:${region}:${ACCOUNT_ID}:scalable-target/${randomBytes(18).toString("hex")}`;
}
