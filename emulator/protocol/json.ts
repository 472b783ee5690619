import type { FaultPlan } from "../admin/fault-plan.ts";
import { serviceModel } from "../constraints/shapes.ts";
import type { JsonService } from "../services/service.ts";
import type { AwsRequest } from "./aws-request.ts";
import { EventStreamOutput, sendEventStream } from "./event-stream-output.ts";
import { Fault } from "./fault.ts";
import { queryErrorHeader } from "./query-error.ts";
import { readBody } from "./read-body.ts";
import { runOperation, toFault } from "./run-operation.ts";

/** AWS JSON 1.0 and 1.1: one POST path, the operation in `X-Amz-Target`, JSON both ways, dates as epoch seconds. */
export async function serveJson(
  service: JsonService,
  name: string,
  request: AwsRequest,
  faults: FaultPlan,
): Promise<void> {
  try {
    const body = await readBody(request.req);
    const output = await runOperation(service, name, () => parseObject(body), request, faults);
    if (output instanceof EventStreamOutput) sendEventStream(request, output);
    else sendJson(request, 200, output);
  } catch (cause) {
    const fault = toFault(cause);
    if (service.query) request.res.setHeader("x-amzn-query-error", queryErrorHeader(serviceModel(service.id), fault));
    sendJsonFault(request, fault);
  }
}

/** boto3 reads the type from the body only, so it is there and not in a header. */
export function sendJsonFault(request: AwsRequest, fault: Fault): void {
  sendJson(request, fault.status, { __type: fault.type, message: fault.message, ...fault.members });
}

function sendJson(request: AwsRequest, status: number, value: unknown): void {
  const version = request.req.headers["content-type"]?.includes("json-1.0") ? "1.0" : "1.1";
  const text = value === undefined ? "" : JSON.stringify(value);
  request.res.writeHead(status, {
    "content-type": `application/x-amz-json-${version}`,
    "content-length": Buffer.byteLength(text),
  });
  request.res.end(text);
}

function parseObject(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through to the same answer.
  }
  throw new Fault("SerializationException", "The body is not a JSON object.");
}
