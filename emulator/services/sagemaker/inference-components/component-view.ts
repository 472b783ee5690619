import { sagemakerArn } from "../arn.ts";
import { deployedImage } from "../deployed-image.ts";
import { seconds } from "../seconds.ts";
import { type ComponentState, componentStatus, type InferenceComponent } from "./component.ts";

/** DescribeInferenceComponent's answer. */
export function describeComponent(region: string, component: InferenceComponent): object {
  const { current, change, wanted, deploymentConfig, failureReason } = component;
  const shown = change ? (current ?? change.next) : (current ?? wanted);
  return {
    ...summarizeComponent(region, component),
    FailureReason: failureReason ?? undefined,
    Specification: specificationSummary(shown),
    RuntimeConfig: {
      DesiredCopyCount: (change?.next ?? current ?? wanted).copies,
      CurrentCopyCount: current?.copies ?? 0,
    },
    LastDeploymentConfig: deploymentConfig ?? undefined,
  };
}

/** A row of ListInferenceComponents. */
export function summarizeComponent(region: string, component: InferenceComponent): object {
  return {
    InferenceComponentName: component.name,
    InferenceComponentArn: component.arn,
    EndpointName: component.endpointName,
    EndpointArn: sagemakerArn(region, "endpoint", component.endpointName),
    VariantName: component.variantName,
    InferenceComponentStatus: componentStatus(component),
    CreationTime: seconds(component.createdAt),
    LastModifiedTime: seconds(component.modifiedAt),
  };
}

/** As it was given, with the image as it was looked up for a component that names its container itself. */
function specificationSummary({ specification, container }: ComponentState): object {
  const { Container: given, ...others } = specification;
  if (!given) return others;
  const { Image: _, ...rest } = given;
  return { ...others, Container: { DeployedImage: deployedImage(container), ...rest } };
}
