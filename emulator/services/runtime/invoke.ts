import type { StreamRehearsal } from "../../behaviour.ts";
import type { ContainerResponse } from "../../container/inference-host.ts";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { AwsRequest } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { captureInvocation } from "./capture.ts";
import { COMPONENT_HEADER, checkHeaders } from "./check-headers.ts";
import { chooseComponent } from "./choose-component.ts";
import { chooseVariant } from "./choose-variant.ts";
import { createConcurrencyMeter } from "./concurrency-meter.ts";
import { header } from "./header.ts";
import { recordInvocation } from "./invocation-metrics.ts";
import { oversize, readPayload } from "./read-payload.ts";
import { createServerlessGate, MAX_SERVERLESS_BYTES } from "./serverless/serverless-gate.ts";
import { type FindServing, instancesBehind, type ServingVariant } from "./serving-endpoint.ts";
import { copyToShadows } from "./shadow.ts";

export type Invoked = {
  response: ContainerResponse;
  variant: ServingVariant;
  /** The container's connection was cut in the middle of its answer. */
  isBroken: boolean;
};

export type InvokeRequest = {
  endpointName: string;
  accept: string | null;
  /** Takes pieces of the answer as they come. */
  onPart?(bytes: Uint8Array, contentType: string, variant: ServingVariant): void;
  /** Planned for this invocation; null: as the rehearsal that runs. */
  stream: StreamRehearsal | null;
};

export type Invoker = (request: AwsRequest, asked: InvokeRequest) => Promise<Invoked>;

/** Finds who answers, asks the container, and records what CloudWatch would show of it. */
export function createInvoker(context: EmulatorContext, findServing: FindServing): Invoker {
  const meter = createConcurrencyMeter(context);
  const gate = createServerlessGate(context);

  return async (request, { endpointName, accept, onPart, stream }) => {
    const { region, req, res } = request;
    const receivedAt = performance.now();
    checkHeaders(request, endpointName);
    const body = await readPayload(req, request.id);
    const endpoint = findServing(region, endpointName);
    if (!endpoint) {
      throw new Fault("ValidationError", `Endpoint ${endpointName} of account ${ACCOUNT_ID} not found.`);
    }
    if (endpoint.asyncInference) throw onlyAsync(endpointName);
    const variant =
      chooseComponent(context, region, endpoint, header(req.headers[COMPONENT_HEADER])) ??
      chooseVariant(endpoint, header(req.headers["x-amzn-sagemaker-target-variant"]));
    if (variant.serverless && body.length > MAX_SERVERLESS_BYTES) throw oversize(request.id);
    const leave = await gate.enter(region, endpointName, variant);
    const { concurrent, leave: end } = meter.enter({ region, endpointName, variant });
    const { tokenDelayMs, breakAfterParts } = stream ?? context.behaviour.stream;
    const giveUp = new AbortController();
    const onClose = (): void => giveUp.abort();
    res.once("close", onClose);
    let parts = 0;
    let isBroken = false;
    const takePart = (bytes: Uint8Array, contentType: string): void => {
      if (isBroken) return;
      if (parts === breakAfterParts) {
        isBroken = true;
        giveUp.abort();
        return;
      }
      parts += 1;
      onPart?.(bytes, contentType, variant);
    };
    try {
      const asked = {
        contentType: header(req.headers["content-type"]),
        accept,
        body,
        customAttributes: header(req.headers["x-amzn-sagemaker-custom-attributes"]),
      };
      copyToShadows(context, region, endpoint, asked);
      const response = await context.inference.invoke(variant.target, asked, {
        onPart: onPart && takePart,
        signal: giveUp.signal,
        tokenDelayMs,
        instances: instancesBehind(variant),
      });
      const totalUs = Math.round((performance.now() - receivedAt) * 1000);
      const { modelLatencyUs } = response;
      // A cut connection is no answer, whatever its first line said.
      const status = isBroken ? 0 : response.status;
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
      await captureInvocation(context, endpoint, variant, {
        inferenceId: header(req.headers["x-amzn-sagemaker-inference-id"]),
        request: asked,
        response,
      });
      return { response, variant, isBroken };
    } finally {
      res.off("close", onClose);
      leave();
      end();
    }
  };
}

/** The rule is AWS's, the wording the emulator's. */
function onlyAsync(endpointName: string): Fault {
  return new Fault(
    "ValidationError",
    `Endpoint ${endpointName} of account ${ACCOUNT_ID} has an AsyncInferenceConfig and takes asynchronous requests only. Use InvokeEndpointAsync.`,
  );
}
