import type { ContainerResponse } from "../../container/inference-host.ts";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { AwsRequest } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { checkHeaders } from "./check-headers.ts";
import { chooseVariant } from "./choose-variant.ts";
import { header } from "./header.ts";
import { recordInvocation } from "./invocation-metrics.ts";
import { readPayload } from "./read-payload.ts";
import type { FindServing, ServingVariant } from "./serving-endpoint.ts";

export type Invoked = { response: ContainerResponse; variant: ServingVariant };

export type Invoker = (
  request: AwsRequest,
  endpointName: string,
  accept: string | null,
  onPart?: (bytes: Uint8Array, variant: ServingVariant) => void,
) => Promise<Invoked>;

/** Finds who answers, asks the container, and records what CloudWatch would show of it. */
export function createInvoker(context: EmulatorContext, findServing: FindServing): Invoker {
  const atVariant = new Map<string, number>();

  return async (request, endpointName, accept, onPart) => {
    const { region, req } = request;
    const receivedAt = performance.now();
    checkHeaders(request, endpointName);
    const body = await readPayload(req, request.id);
    const endpoint = findServing(region, endpointName);
    if (!endpoint) {
      throw new Fault("ValidationError", `Endpoint ${endpointName} of account ${ACCOUNT_ID} not found.`);
    }
    const variant = chooseVariant(endpoint, header(req.headers["x-amzn-sagemaker-target-variant"]));
    const place = `${region}/${endpointName}/${variant.name}`;
    const concurrent = (atVariant.get(place) ?? 0) + 1;
    atVariant.set(place, concurrent);
    try {
      const response = await context.inference.invoke(
        variant.target,
        {
          contentType: header(req.headers["content-type"]),
          accept,
          body,
          customAttributes: header(req.headers["x-amzn-sagemaker-custom-attributes"]),
        },
        onPart && ((bytes) => onPart(bytes, variant)),
      );
      const totalUs = Math.round((performance.now() - receivedAt) * 1000);
      const { status, modelLatencyUs } = response;
      const overheadLatencyUs = Math.max(0, totalUs - modelLatencyUs);
      recordInvocation(context, {
        region,
        endpointName,
        variant,
        status,
        modelLatencyUs,
        overheadLatencyUs,
        concurrent,
      });
      return { response, variant };
    } finally {
      const left = (atVariant.get(place) ?? 1) - 1;
      if (left > 0) atVariant.set(place, left);
      else atVariant.delete(place);
    }
  };
}
