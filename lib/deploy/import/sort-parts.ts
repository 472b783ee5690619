import { isObject } from "./members";
import { type ImportedParts, type Json, type JsonObject, NO_PARTS } from "./view";

const OPERATIONS: Record<string, keyof ImportedParts> = {
  CreateModel: "model",
  CreateEndpointConfig: "config",
  CreateEndpoint: "endpoint",
  RegisterScalableTarget: "target",
  PutScalingPolicy: "policy",
};

/** Puts a call's input where it belongs; the first one of each kind counts. */
export function withCall(parts: ImportedParts, operation: string, input: JsonObject): ImportedParts {
  const part = OPERATIONS[operation];
  return part && parts[part] === null ? { ...parts, [part]: input } : parts;
}

/** What JSON is, by its members: an answer of Describe, a request, or requests by their operation. */
export function partsOfJson(value: Json): ImportedParts {
  const items = Array.isArray(value) ? value : [value];
  return items.filter(isObject).reduce<ImportedParts>((parts, item) => {
    const named = Object.entries(item).filter(([name]) => name in OPERATIONS);
    if (named.length > 0) {
      return named.reduce<ImportedParts>(
        (all, [operation, input]) => (isObject(input) ? withCall(all, operation, input) : all),
        parts,
      );
    }
    return withCall(parts, operationOf(item), item);
  }, NO_PARTS);
}

function operationOf(item: JsonObject): string {
  if ("ProductionVariants" in item && "EndpointStatus" in item) return "CreateEndpoint";
  if ("ProductionVariants" in item) return "CreateEndpointConfig";
  if ("PrimaryContainer" in item || "Containers" in item) return "CreateModel";
  if ("PolicyType" in item) return "PutScalingPolicy";
  if ("MaxCapacity" in item) return "RegisterScalableTarget";
  return "EndpointName" in item ? "CreateEndpoint" : "";
}
