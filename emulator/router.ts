import type { FaultPlan } from "./admin/fault-plan.ts";
import type { AwsRequest } from "./protocol/aws-request.ts";
import { serveCbor } from "./protocol/cbor.ts";
import { Fault } from "./protocol/fault.ts";
import { sendJsonFault, serveJson } from "./protocol/json.ts";
import { serveQuery } from "./protocol/query.ts";
import { readBody } from "./protocol/read-body.ts";
import { toFault } from "./protocol/run-operation.ts";
import type { HttpService, JsonService, QueryBinding, QueryService, Service } from "./services/service.ts";

const FORM = "application/x-www-form-urlencoded";

/** Hands a request to its service: by target header, CBOR path, form action and signing name, else by HTTP surface. */
export async function routeRequest(services: Service[], request: AwsRequest, faults: FaultPlan): Promise<void> {
  const target = splitTarget(request);
  if (target) {
    const service = services.find((each) => each.protocol === "json" && each.targetPrefix === target.prefix);
    if (service?.protocol !== "json") return sendJsonFault(request, notEmulated(target.prefix));
    return target.isCbor
      ? serveCbor(service, target.operation, request, faults)
      : serveJson(service, target.operation, request, faults);
  }
  const form = await readFormOf(request);
  if (form) {
    const service = services.find((each) => isFormService(each, request, form));
    if (!service) return sendJsonFault(request, notEmulated(request.scope?.service ?? "this form"));
    return serveQuery(service as QueryService, form, request, faults);
  }
  const service = services.find((each) => each.protocol === "http" && each.accepts(request));
  if (service?.protocol !== "http") return sendJsonFault(request, notEmulated(request.scope?.service ?? "this path"));
  return serveHttp(service, request, faults);
}

type Target = { prefix: string; operation: string; isCbor: boolean };

function splitTarget({ req, rawPath }: AwsRequest): Target | null {
  const header = req.headers["x-amz-target"];
  if (typeof header === "string") {
    const dot = header.lastIndexOf(".");
    return { prefix: header.slice(0, dot), operation: header.slice(dot + 1), isCbor: false };
  }
  const [, prefix, operation] = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(rawPath) ?? [];
  return prefix && operation ? { prefix, operation, isCbor: true } : null;
}

/** A form in the body, or, for presigned GetCallerIdentity and the like, in the address. */
async function readFormOf(request: AwsRequest): Promise<URLSearchParams | null> {
  if (request.rawPath !== "/") return null;
  if (request.req.headers["content-type"]?.startsWith(FORM)) {
    return new URLSearchParams((await readBody(request.req)).toString("utf8"));
  }
  return request.query.has("Action") ? request.query : null;
}

function isFormService(
  service: Service,
  request: AwsRequest,
  form: URLSearchParams,
): service is (JsonService | QueryService) & { query: QueryBinding } {
  if (service.protocol === "http" || !service.query) return false;
  if (request.scope) return service.query.scope === request.scope.service;
  return service.query.version === form.get("Version");
}

async function serveHttp(service: HttpService, request: AwsRequest, faults: FaultPlan): Promise<void> {
  try {
    const stream = await faults.apply(service.id, service.operationName(request));
    await service.handle(request, stream);
  } catch (cause) {
    // The client hung up in the middle of its upload: nobody is left to be told.
    if (request.req.destroyed && !request.req.complete) return;
    const fault = toFault(cause);
    // Half an answer cannot be taken back: the client must see a broken connection, not a short success.
    if (request.res.headersSent) request.res.destroy();
    else service.sendFault(request, fault);
  }
}

function notEmulated(what: string): Fault {
  return new Fault("UnknownOperationException", `The emulator does not implement ${what}.`, 501);
}
