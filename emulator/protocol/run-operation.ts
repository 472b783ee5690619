import type { FaultPlan } from "../admin/fault-plan.ts";
import { serviceModel } from "../constraints/shapes.ts";
import { validateInput } from "../constraints/validate.ts";
import type { JsonService, QueryService } from "../services/service.ts";
import type { AwsRequest } from "./aws-request.ts";
import { Fault } from "./fault.ts";

/** How services call a request that breaks their constraints, where it is not ValidationException. */
const CONSTRAINT_ERRORS: Record<string, string> = {
  cloudwatch: "ValidationError",
  iam: "ValidationError",
  logs: "InvalidParameterException",
  pricing: "InvalidParameterException",
  sns: "InvalidParameterException",
  sts: "ValidationError",
};

/** What the protocols share: a known operation, planned faults, AWS's constraints, then the work itself. */
export async function runOperation(
  service: JsonService | QueryService,
  name: string,
  readInput: () => unknown,
  request: AwsRequest,
  faults: FaultPlan,
): Promise<unknown> {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (!operation) throw unknownOperation(service.id, name);
  await faults.apply(service.id, name);
  const input = readInput();
  const model = serviceModel(service.id);
  const shape = model?.operations[name]?.in;
  if (model && shape) validateInput(model, shape, input, CONSTRAINT_ERRORS[service.id] ?? "ValidationException");
  return operation(input as never, {
    region: request.region,
    requestId: request.id,
    accessKeyId: request.scope?.accessKeyId ?? null,
  });
}

/** Not 400 as on AWS: whoever meets it should know that it is the emulator that lacks the operation. */
export function unknownOperation(service: string, name: string): Fault {
  return new Fault("UnknownOperationException", `The emulator does not implement ${name} of ${service}.`, 501);
}

/** What failed inside the emulator itself: logged for its developer, nothing of it sent to the client. */
export function toFault(cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  console.error(cause);
  return new Fault("InternalFailure", "The emulator failed while it handled this request; see its output.", 500);
}
