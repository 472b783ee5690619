import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";
import { recordNoCapacity } from "./invocation-metrics.ts";
import type { ServingEndpoint, ServingVariant } from "./serving-endpoint.ts";

/**
 * The inference component that the caller named, as what answers; null on an endpoint whose variants run models.
 * Throws ValidationError in AWS's words; those for a component that is not there are the emulator's.
 */
export function chooseComponent(
  context: EmulatorContext,
  region: string,
  endpoint: ServingEndpoint,
  name: string | null,
): ServingVariant | null {
  if (!endpoint.findComponent) {
    if (name !== null) throw new Fault("ValidationError", NOT_ALLOWED);
    return null;
  }
  if (name === null) throw new Fault("ValidationError", NEEDED);
  const found = endpoint.findComponent(name);
  if (!found?.component) {
    throw new Fault("ValidationError", `Inference Component ${name} of account ${ACCOUNT_ID} not found.`);
  }
  if (found.component.copies > 0) return found;
  recordNoCapacity(context, region, found.component.name);
  throw new Fault("ValidationError", NO_CAPACITY);
}

const NEEDED =
  "Inference Component Name header is required for endpoints to which you plan to deploy inference components. Please include Inference Component Name header or consider using SageMaker models.";
const NOT_ALLOWED =
  "Inference Component Name header is not allowed for endpoints to which you dont plan to deploy inference components. Please remove the Inference Component Name header and try again.";
const NO_CAPACITY =
  "Inference Component has no capacity to process this request. ApplicationAutoScaling may be in-progress (if configured) or try to increase the capacity by invoking UpdateInferenceComponentRuntimeConfig API.";
