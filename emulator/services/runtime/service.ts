import type { EmulatorContext } from "../../context.ts";
import type { AwsRequest } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { sendRestJsonFault } from "../../protocol/rest-json.ts";
import type { HttpService } from "../service.ts";
import { createAsyncInference } from "./async/async-inference.ts";
import type { ListAsyncEndpoints } from "./async/backlog-meter.ts";
import { header } from "./header.ts";
import { createInvoker, type InvokeRequest, type Invoker } from "./invoke.ts";
import { modelError } from "./model-error.ts";
import type { FindServing, ServingVariant } from "./serving-endpoint.ts";
import { payloadPart, streamError } from "./stream-events.ts";

const OPERATIONS: Record<string, string> = {
  invocations: "InvokeEndpoint",
  "invocations-response-stream": "InvokeEndpointWithResponseStream",
  "async-invocations": "InvokeEndpointAsync",
};

type Path = { endpointName: string; operation: string };

/** SageMaker Runtime: REST paths below `/endpoints`, told from a bucket of that name by the signing name. */
export function runtimeService(
  context: EmulatorContext,
  findServing: FindServing,
  listAsyncEndpoints: ListAsyncEndpoints,
): HttpService {
  const invoke = createInvoker(context, findServing);
  const asynchronous = createAsyncInference(context, findServing, listAsyncEndpoints);
  return {
    protocol: "http",
    id: "sagemaker-runtime",
    accepts: (request) => request.scope?.service === "sagemaker" && readPath(request) !== null,
    operationName: (request) => readPath(request)?.operation ?? "",
    async handle(request, stream) {
      const { endpointName = "", operation } = readPath(request) ?? {};
      const asked = { endpointName, stream };
      if (operation === "InvokeEndpoint") return invokeEndpoint(invoke, request, asked);
      if (operation === "InvokeEndpointWithResponseStream") return invokeWithStream(invoke, request, asked);
      if (operation === "InvokeEndpointAsync") return asynchronous.invoke(request, endpointName);
      throw new Fault("UnknownOperationException", `The emulator does not implement ${operation}.`, 501);
    },
    sendFault: sendRestJsonFault,
    close: async () => asynchronous.close(),
  };
}

/** Endpoint names hold nothing that is percent-encoded, so a name that is simply matches none. */
function readPath({ method, rawPath }: AwsRequest): Path | null {
  const [, name, action] = /^\/endpoints\/([^/]+)\/([^/]+)$/.exec(rawPath) ?? [];
  const operation = action === undefined ? undefined : OPERATIONS[action];
  return method === "POST" && name && operation ? { endpointName: name, operation } : null;
}

type Asked = Pick<InvokeRequest, "endpointName" | "stream">;

async function invokeEndpoint(invoke: Invoker, request: AwsRequest, asked: Asked): Promise<void> {
  const { req, res } = request;
  const { response, variant } = await invoke(request, { ...asked, accept: header(req.headers.accept) });
  if (!isSuccess(response.status)) throw modelError(variant.target, response);
  res.writeHead(200, {
    ...answerHeaders(request, variant),
    "content-type": response.contentType,
    "content-length": response.body.length,
  });
  res.end(response.body);
}

/** The answer as frames: pieces as the model makes them, or the whole body as one when it does not stream. */
async function invokeWithStream(invoke: Invoker, request: AwsRequest, asked: Asked): Promise<void> {
  const { req, res } = request;
  const begin = (variant: ServingVariant, contentType: string): void => {
    if (res.headersSent) return;
    res.writeHead(200, {
      ...answerHeaders(request, variant),
      "content-type": "application/vnd.amazon.eventstream",
      "x-amzn-sagemaker-content-type": contentType,
    });
  };
  const { response, variant, isBroken } = await invoke(request, {
    ...asked,
    accept: header(req.headers["x-amzn-sagemaker-accept"]),
    onPart(bytes, contentType, answering) {
      begin(answering, contentType);
      res.write(payloadPart(bytes));
    },
  });
  if (isBroken) {
    begin(variant, response.contentType);
    res.end(streamError(CUT_OFF, "StreamBroken"));
  } else if (res.headersSent) {
    if (isSuccess(response.status)) res.end();
    else {
      const code = response.status === 0 ? "ModelInvocationTimeExceeded" : "StreamBroken";
      res.end(streamError(response.body.toString("utf8"), code));
    }
  } else {
    if (!isSuccess(response.status)) throw modelError(variant.target, response);
    begin(variant, response.contentType);
    res.end(payloadPart(response.body));
  }
}

/** The emulator's own words: AWS's are not documented. */
const CUT_OFF = "The model container closed the connection before its response was complete.";

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function answerHeaders({ req }: AwsRequest, variant: ServingVariant): Record<string, string> {
  const attributes = header(req.headers["x-amzn-sagemaker-custom-attributes"]);
  return {
    "x-amzn-invoked-production-variant": variant.name,
    ...(attributes === null ? {} : { "x-amzn-sagemaker-custom-attributes": attributes }),
  };
}
