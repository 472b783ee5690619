import "server-only";
import {
  UpdateEndpointWeightsAndCapacitiesCommand,
  type UpdateEndpointWeightsAndCapacitiesCommandInput,
} from "@aws-sdk/client-sagemaker";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { forgetReads } from "../read-cache";

/** Moves traffic between variants, or counts of instances; the endpoint is Updating until it is done. */
export async function updateEndpointWeightsAndCapacities(
  target: AwsTarget,
  request: UpdateEndpointWeightsAndCapacitiesCommandInput,
): Promise<void> {
  try {
    await sagemakerClient(target).send(new UpdateEndpointWeightsAndCapacitiesCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}
