import "server-only";
import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  type DescribeEndpointOutput,
  DescribeModelCommand,
} from "@aws-sdk/client-sagemaker";

import type { AwsCall } from "@/lib/specification/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { listTags } from "./tags";

/** What Describe answers beyond what Create takes. */
const OF_ANSWERS = new Set([
  "$metadata",
  "CreationTime",
  "ModelArn",
  "EndpointConfigArn",
  "DeploymentRecommendation",
  "LastModifiedTime",
]);

/**
 * The SageMaker calls that would make an endpoint as it is now: its models, its config, itself, and the weights that were
 * moved since. With the environment's secrets, so never cached, logged or sent to a browser as it is. Throws `not-found`.
 */
export async function creationRequests(target: AwsTarget, endpoint: string): Promise<AwsCall[]> {
  const client = sagemakerClient(target);
  try {
    const described = await client.send(new DescribeEndpointCommand({ EndpointName: endpoint }));
    const config = await client.send(
      new DescribeEndpointConfigCommand({ EndpointConfigName: described.EndpointConfigName }),
    );
    const variants = [...(config.ProductionVariants ?? []), ...(config.ShadowProductionVariants ?? [])];
    const names = [...new Set(variants.flatMap(({ ModelName }) => ModelName ?? []))];
    return [
      ...(await Promise.all(names.map((name) => modelRequest(target, name)))),
      call("CreateEndpointConfig", { ...config, ...(await tagsOf(target, config.EndpointConfigArn)) }),
      call("CreateEndpoint", {
        EndpointName: described.EndpointName,
        EndpointConfigName: described.EndpointConfigName,
        DeploymentConfig: described.LastDeploymentConfig,
        ...(await tagsOf(target, described.EndpointArn)),
      }),
      ...movedWeights(described, config.ProductionVariants ?? []),
    ];
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** The call that would make a model as it is; secrets included. Throws `not-found`. */
export async function modelRequest(target: AwsTarget, name: string): Promise<AwsCall> {
  try {
    const model = await sagemakerClient(target).send(new DescribeModelCommand({ ModelName: name }));
    return call("CreateModel", { ...model, ...(await tagsOf(target, model.ModelArn)) });
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** The call that would make an endpoint config as it is. Throws `not-found`. */
export async function configRequest(target: AwsTarget, name: string): Promise<AwsCall> {
  try {
    const command = new DescribeEndpointConfigCommand({ EndpointConfigName: name });
    const config = await sagemakerClient(target).send(command);
    return call("CreateEndpointConfig", { ...config, ...(await tagsOf(target, config.EndpointConfigArn)) });
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Weights and counts of instances that are not those of the configuration. */
function movedWeights(
  { EndpointName, ProductionVariants = [] }: DescribeEndpointOutput,
  configured: readonly { VariantName?: string; InitialVariantWeight?: number; InitialInstanceCount?: number }[],
): AwsCall[] {
  const initial = new Map(configured.map((variant) => [variant.VariantName, variant]));
  const moved = ProductionVariants.flatMap(({ VariantName, DesiredWeight, DesiredInstanceCount }) => {
    const { InitialVariantWeight = 1, InitialInstanceCount } = initial.get(VariantName) ?? {};
    const weight = DesiredWeight === undefined || DesiredWeight === InitialVariantWeight ? {} : { DesiredWeight };
    const count =
      !DesiredInstanceCount || !InitialInstanceCount || DesiredInstanceCount === InitialInstanceCount
        ? {}
        : { DesiredInstanceCount };
    const change = { ...weight, ...count };
    return Object.keys(change).length > 0 ? [{ VariantName, ...change }] : [];
  });
  if (moved.length === 0) return [];
  return [call("UpdateEndpointWeightsAndCapacities", { EndpointName, DesiredWeightsAndCapacities: moved })];
}

async function tagsOf(target: AwsTarget, arn: string | undefined): Promise<{ Tags?: object[] }> {
  const tags = arn ? await listTags(target, arn) : [];
  // Those of AWS itself cannot be set by anybody.
  const own = tags.filter(({ key }) => !key.startsWith("aws:"));
  return own.length > 0 ? { Tags: own.map(({ key, value }) => ({ Key: key, Value: value })) } : {};
}

function call(operation: string, answer: object): AwsCall {
  const members = Object.entries(answer).filter(([name, value]) => !OF_ANSWERS.has(name) && !isNothing(value));
  return { service: "sagemaker", operation, input: Object.fromEntries(members) };
}

/** Describe says `false` and `[]` of what was not asked for; Create means the same when they are absent. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
