import type { ServiceModel } from "../constraints/shapes.ts";
import type { Fault } from "./fault.ts";

/** The query protocol's code for an error: `InvalidParameterValue` for InvalidParameterValueException. */
export function queryErrorCode(model: ServiceModel | undefined, fault: Fault): string {
  return model?.shapes[fault.type]?.code ?? fault.type;
}

/** `InvalidParameterValue;Sender`: lets clients of the newer protocols report the code that older ones did. */
export function queryErrorHeader(model: ServiceModel | undefined, fault: Fault): string {
  return `${queryErrorCode(model, fault)};${errorSide(fault)}`;
}

export function errorSide(fault: Fault): "Sender" | "Receiver" {
  return fault.status >= 500 ? "Receiver" : "Sender";
}
