import "server-only";
import {
  CreateEndpointConfigCommand,
  type CreateEndpointConfigCommandInput,
  CreateModelCommand,
  type CreateModelCommandInput,
  DescribeEndpointConfigCommand,
  DescribeModelCommand,
  UpdateEndpointCommand,
  type UpdateEndpointCommandInput,
} from "@aws-sdk/client-sagemaker";

import type { ConfigRequest, ModelRequest, UpdateEndpointRequest } from "@/lib/updates/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";

/** A model as it was made, secrets included: never let it leave the server. Not from a cache. */
export async function readModelRequest(target: AwsTarget, name: string): Promise<ModelRequest> {
  try {
    const { $metadata, ModelArn, CreationTime, DeploymentRecommendation, ...request } = await sagemakerClient(
      target,
    ).send(new DescribeModelCommand({ ModelName: name }));
    return withoutEmpty(request);
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** An endpoint configuration as it was made. Not from a cache. */
export async function readConfigRequest(target: AwsTarget, name: string): Promise<ConfigRequest> {
  try {
    const { $metadata, EndpointConfigArn, CreationTime, ...request } = await sagemakerClient(target).send(
      new DescribeEndpointConfigCommand({ EndpointConfigName: name }),
    );
    return withoutEmpty({ ...request, EnableNetworkIsolation: request.EnableNetworkIsolation || undefined });
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Makes a model after another's pattern; throws `conflict` when the name is taken. */
export async function createModelLike(target: AwsTarget, request: ModelRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new CreateModelCommand(request as unknown as CreateModelCommandInput));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Makes a configuration after another's pattern; throws `conflict` when the name is taken. */
export async function createConfigLike(target: AwsTarget, request: ConfigRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(
      new CreateEndpointConfigCommand(request as unknown as CreateEndpointConfigCommandInput),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Begins an update: the endpoint is Updating until it runs the new configuration or has gone back. */
export async function updateEndpoint(target: AwsTarget, request: UpdateEndpointRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new UpdateEndpointCommand(request as UpdateEndpointCommandInput));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** What a description leaves out it gives as undefined, which must not become a member of a request. */
function withoutEmpty<T>(request: object): T {
  return JSON.parse(JSON.stringify(request)) as T;
}
