import { cbor, tag } from "@smithy/core/cbor";
import type { FaultPlan } from "../admin/fault-plan.ts";
import { type ServiceModel, serviceModel } from "../constraints/shapes.ts";
import type { JsonService } from "../services/service.ts";
import type { AwsRequest } from "./aws-request.ts";
import { Fault } from "./fault.ts";
import { queryErrorHeader } from "./query-error.ts";
import { readBody } from "./read-body.ts";
import { runOperation, toFault } from "./run-operation.ts";

/** Smithy RPC v2 CBOR: the operation in the path, CBOR both ways, dates as tagged epoch seconds. */
export async function serveCbor(
  service: JsonService,
  name: string,
  request: AwsRequest,
  faults: FaultPlan,
): Promise<void> {
  const model = serviceModel(service.id);
  try {
    const body = await readBody(request.req);
    const output = await runOperation(service, name, () => readCbor(body), request, faults);
    sendCbor(request, 200, withTaggedDates(model, model?.operations[name]?.out, output ?? {}));
  } catch (cause) {
    const fault = toFault(cause);
    if (service.query) request.res.setHeader("x-amzn-query-error", queryErrorHeader(model, fault));
    sendCbor(request, fault.status, { __type: fault.type, message: fault.message, ...fault.members });
  }
}

function sendCbor(request: AwsRequest, status: number, value: unknown): void {
  const bytes = cbor.serialize(value);
  request.res.writeHead(status, {
    "content-type": "application/cbor",
    "smithy-protocol": "rpc-v2-cbor",
    "content-length": bytes.length,
  });
  request.res.end(bytes);
}

function readCbor(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : plain(cbor.deserialize(body));
  } catch {
    throw new Fault("SerializationException", "The body is not valid CBOR.");
  }
}

/** Operations know epoch seconds, so a tagged date becomes its number. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if ("tag" in value && "value" in value && value.tag === 1) return Number(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

function withTaggedDates(model: ServiceModel | undefined, shapeName: string | undefined, value: unknown): unknown {
  const shape = shapeName === undefined ? undefined : model?.shapes[shapeName];
  if (shape?.t === "T" && typeof value === "number") return tag({ tag: 1, value });
  if (Array.isArray(value)) return value.map((item) => withTaggedDates(model, shape?.of, item));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => [name, withTaggedDates(model, shape?.m?.[name] ?? shape?.v, member)]),
  );
}
