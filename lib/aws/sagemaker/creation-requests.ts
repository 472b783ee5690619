import "server-only";
import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  type DescribeEndpointOutput,
  DescribeModelCommand,
  type ProductionVariant,
} from "@aws-sdk/client-sagemaker";

import type { AwsCall } from "@/lib/specification/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { componentRequests } from "./component-requests";
import { creationCall, tagsOf } from "./creation-call";

/**
 * The SageMaker calls that would make an endpoint as it is now: its models, its config, itself, the weights that were
 * moved since, and its inference components. With the environment's secrets, so never cached, logged or sent to a browser
 * as it is. Throws `not-found`.
 */
export async function creationRequests(target: AwsTarget, endpoint: string): Promise<AwsCall[]> {
  const client = sagemakerClient(target);
  try {
    const described = await client.send(new DescribeEndpointCommand({ EndpointName: endpoint }));
    const config = await client.send(
      new DescribeEndpointConfigCommand({ EndpointConfigName: described.EndpointConfigName }),
    );
    const variants = [...(config.ProductionVariants ?? []), ...(config.ShadowProductionVariants ?? [])];
    // Components stand only where a variant has no model of its own.
    const hosts = variants.some(({ ModelName }) => !ModelName);
    const components = hosts ? await componentRequests(target, endpoint) : [];
    const names = [
      ...new Set([...variants.flatMap(({ ModelName }) => ModelName ?? []), ...components.flatMap(modelsOf)]),
    ];
    return [
      ...(await Promise.all(names.map((name) => modelRequest(target, name)))),
      creationCall("CreateEndpointConfig", { ...config, ...(await tagsOf(target, config.EndpointConfigArn)) }),
      creationCall("CreateEndpoint", {
        EndpointName: described.EndpointName,
        EndpointConfigName: described.EndpointConfigName,
        DeploymentConfig: described.LastDeploymentConfig,
        ...(await tagsOf(target, described.EndpointArn)),
      }),
      ...movedWeights(described, config.ProductionVariants ?? []),
      ...components,
    ];
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** The call that would make a model as it is; secrets included. Throws `not-found`. */
export async function modelRequest(target: AwsTarget, name: string): Promise<AwsCall> {
  try {
    const model = await sagemakerClient(target).send(new DescribeModelCommand({ ModelName: name }));
    return creationCall("CreateModel", { ...model, ...(await tagsOf(target, model.ModelArn)) });
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** The call that would make an endpoint config as it is. Throws `not-found`. */
export async function configRequest(target: AwsTarget, name: string): Promise<AwsCall> {
  try {
    const command = new DescribeEndpointConfigCommand({ EndpointConfigName: name });
    const config = await sagemakerClient(target).send(command);
    return creationCall("CreateEndpointConfig", { ...config, ...(await tagsOf(target, config.EndpointConfigArn)) });
  } catch (cause) {
    throw toAppError(cause);
  }
}

function modelsOf({ input }: AwsCall): string[] {
  const all = [input.Specification, ...((input.Specifications as object[] | undefined) ?? [])];
  return (all as ({ ModelName?: string } | undefined)[]).flatMap((each) => each?.ModelName ?? []);
}

/** Weights and counts of instances that are not those of the configuration, unless SageMaker itself moves the count. */
function movedWeights(
  { EndpointName, ProductionVariants = [] }: DescribeEndpointOutput,
  configured: readonly ProductionVariant[],
): AwsCall[] {
  const initial = new Map(configured.map((variant) => [variant.VariantName, variant]));
  const moved = ProductionVariants.flatMap(({ VariantName, DesiredWeight, DesiredInstanceCount }) => {
    const { InitialVariantWeight = 1, InitialInstanceCount, ManagedInstanceScaling } = initial.get(VariantName) ?? {};
    const isManaged = ManagedInstanceScaling?.Status === "ENABLED";
    const weight = DesiredWeight === undefined || DesiredWeight === InitialVariantWeight ? {} : { DesiredWeight };
    const count =
      isManaged || !DesiredInstanceCount || !InitialInstanceCount || DesiredInstanceCount === InitialInstanceCount
        ? {}
        : { DesiredInstanceCount };
    const change = { ...weight, ...count };
    return Object.keys(change).length > 0 ? [{ VariantName, ...change }] : [];
  });
  if (moved.length === 0) return [];
  return [creationCall("UpdateEndpointWeightsAndCapacities", { EndpointName, DesiredWeightsAndCapacities: moved })];
}
