import "server-only";
import { UpdateEndpointWeightsAndCapacitiesCommand } from "@aws-sdk/client-sagemaker";

import type { CapacityRequest } from "@/lib/traffic/requests";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";

/** Begins a change of weights or instance counts: the endpoint is Updating until it is done. */
export async function updateEndpointWeightsAndCapacities(target: AwsTarget, request: CapacityRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new UpdateEndpointWeightsAndCapacitiesCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}
