import type { FaultPlan } from "../admin/fault-plan.ts";
import { type ServiceModel, serviceModel } from "../constraints/shapes.ts";
import type { JsonService, QueryBinding, QueryService } from "../services/service.ts";
import type { AwsRequest } from "./aws-request.ts";
import type { Fault } from "./fault.ts";
import { readForm } from "./form.ts";
import { errorSide, queryErrorCode } from "./query-error.ts";
import { runOperation, toFault } from "./run-operation.ts";
import { escapeXml, writeXml } from "./xml.ts";

type FormService = (JsonService | QueryService) & { query: QueryBinding };

/** AWS query: `Action=…` in a form (or in the address of a presigned request), XML out. */
export async function serveQuery(
  service: FormService,
  form: URLSearchParams,
  request: AwsRequest,
  faults: FaultPlan,
): Promise<void> {
  const model = serviceModel(service.id);
  const action = form.get("Action") ?? "";
  try {
    const shape = model?.operations[action]?.in;
    const output = await runOperation(service, action, () => readForm(model, shape, form), request, faults);
    sendXml(request, 200, successXml(service.query, model, action, output, request.id));
  } catch (cause) {
    const fault = toFault(cause);
    sendXml(request, fault.status, faultXml(service.query, model, fault, request.id));
  }
}

function successXml(
  binding: QueryBinding,
  model: ServiceModel | undefined,
  action: string,
  output: unknown,
  requestId: string,
): string {
  const result = output === undefined ? "" : writeXml(model, model?.operations[action]?.out, `${action}Result`, output);
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `<${action}Response xmlns="${binding.xmlNamespace}">${result}${metadata}</${action}Response>`;
}

function faultXml(binding: QueryBinding, model: ServiceModel | undefined, fault: Fault, requestId: string): string {
  const code = escapeXml(queryErrorCode(model, fault));
  const error = `<Type>${errorSide(fault)}</Type><Code>${code}</Code><Message>${escapeXml(fault.message)}</Message>`;
  return `<ErrorResponse xmlns="${binding.xmlNamespace}"><Error>${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}

function sendXml(request: AwsRequest, status: number, xml: string): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
  request.res.writeHead(status, { "content-type": "text/xml", "content-length": Buffer.byteLength(text) });
  request.res.end(text);
}
