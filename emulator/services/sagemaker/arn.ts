import { ACCOUNT_ID } from "../../context.ts";

/** Kinds of SageMaker resource, as their ARNs call them. */
export type ResourceType =
  | "model"
  | "endpoint-config"
  | "endpoint"
  | "training-job"
  | "transform-job"
  | "inference-component";

/** SageMaker writes names in lower case in ARNs, whatever they were created as. */
export function sagemakerArn(region: string, type: ResourceType, name: string): string {
  return `arn:${partition(region)}:sagemaker:${region}:${ACCOUNT_ID}:${type}/${name.toLowerCase()}`;
}

function partition(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
