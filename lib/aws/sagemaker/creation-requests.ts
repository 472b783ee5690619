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
    const models = await Promise.all(names.map((name) => client.send(new DescribeModelCommand({ ModelName: name }))));
    return [
      ...(await Promise.all(
        models.map(async (model) => call("CreateModel", { ...model, ...(await tagsOf(target, model.ModelArn)) })),
      )),
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

function movedWeights(
  { EndpointName, ProductionVariants = [] }: DescribeEndpointOutput,
  configured: readonly { VariantName?: string; InitialVariantWeight?: number }[],
): AwsCall[] {
  const initial = new Map(
    configured.map(({ VariantName, InitialVariantWeight = 1 }) => [VariantName, InitialVariantWeight]),
  );
  const moved = ProductionVariants.flatMap(({ VariantName, DesiredWeight }) =>
    DesiredWeight === undefined || DesiredWeight === initial.get(VariantName) ? [] : [{ VariantName, DesiredWeight }],
  );
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
