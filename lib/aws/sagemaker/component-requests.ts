import "server-only";
import {
  DescribeInferenceComponentCommand,
  type DescribeInferenceComponentOutput,
  type InferenceComponentSpecificationSummary,
} from "@aws-sdk/client-sagemaker";

import type { AwsCall } from "@/lib/specification/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { creationCall, tagsOf } from "./creation-call";
import { listComponentNames } from "./inference-components";

/** What the calls are made of. */
export type DescribedComponent = Partial<DescribeInferenceComponentOutput> & { Tags?: object[] };

/** The calls that would make the inference components of an endpoint as they are, secrets included. */
export async function componentRequests(target: AwsTarget, endpoint: string): Promise<AwsCall[]> {
  const components: DescribedComponent[] = [];
  for (const name of await listComponentNames(target, endpoint)) components.push(await described(target, name));
  return componentCalls(components);
}

/**
 * Components in the order in which SageMaker takes them: adapters come after what they are loaded into. Nobody can begin
 * with no copy: a component that stands at none is made with one, which is taken away once it is in service.
 */
export function componentCalls(components: readonly DescribedComponent[]): AwsCall[] {
  const made = components.map((component) => ({
    component,
    call: creationCall("CreateInferenceComponent", creation(component)),
  }));
  return [
    ...made.filter(({ component }) => !isAdapter(component)),
    ...made.filter(({ component }) => isAdapter(component)),
  ]
    .map(({ call }) => call)
    .concat(components.filter((component) => copiesOf(component) === 0 && !isAdapter(component)).map(withoutCopies));
}

async function described(target: AwsTarget, name: string): Promise<DescribedComponent> {
  try {
    const command = new DescribeInferenceComponentCommand({ InferenceComponentName: name });
    const component = await sagemakerClient(target).send(command);
    return { ...component, ...(await tagsOf(target, component.InferenceComponentArn)) };
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** An adapter takes neither a variant nor copies: it is where its base is. */
function creation(component: DescribedComponent): object {
  const { InferenceComponentName, EndpointName, VariantName, Specification, Specifications, Tags } = component;
  return {
    InferenceComponentName,
    EndpointName,
    VariantName: isAdapter(component) ? undefined : VariantName,
    Specification: Specification && asGiven(Specification),
    Specifications: Specification ? undefined : Specifications?.map(asGiven),
    RuntimeConfig: isAdapter(component) ? undefined : { CopyCount: Math.max(1, copiesOf(component)) },
    Tags,
  };
}

/** Describe says of an image what it was looked up as; Create takes its name. */
function asGiven({ Container, ...others }: InferenceComponentSpecificationSummary): object {
  if (!Container) return others;
  const { DeployedImage, ...container } = Container;
  return { ...others, Container: { ...(DeployedImage && { Image: DeployedImage.SpecifiedImage }), ...container } };
}

function withoutCopies({ InferenceComponentName }: DescribedComponent): AwsCall {
  return creationCall("UpdateInferenceComponentRuntimeConfig", {
    InferenceComponentName,
    DesiredRuntimeConfig: { CopyCount: 0 },
  });
}

function isAdapter({ Specification }: DescribedComponent): boolean {
  return Specification?.BaseInferenceComponentName !== undefined;
}

function copiesOf({ RuntimeConfig }: DescribedComponent): number {
  return RuntimeConfig?.DesiredCopyCount ?? 1;
}
