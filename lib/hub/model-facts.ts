import { bytesPerValue } from "@/catalog/model-types/weight-files";

import type { HubModel, HubWeights } from "./view";

type Found = Extract<HubModel, { state: "found" }>;
type Info = { config?: unknown; safetensors?: unknown; library_name?: unknown };

/** What the Hub's answer tells of a model's architecture and weights; null for what it does not. */
export function modelFacts(
  info: Info,
): Pick<Found, "modelType" | "architectures" | "bringsCode" | "library" | "weights"> {
  const config = recordOf(info.config);
  const architectures = Array.isArray(config.architectures) ? config.architectures : [];
  return {
    modelType: textOf(config.model_type),
    architectures: architectures.filter((name): name is string => typeof name === "string"),
    bringsCode: config.auto_map !== undefined,
    library: textOf(info.library_name),
    weights: weightsOf(recordOf(recordOf(info.safetensors).parameters), config.quantization_config !== undefined),
  };
}

function weightsOf(parameters: Record<string, unknown>, isQuantized: boolean): HubWeights | null {
  const counts = Object.entries(parameters).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  const [most] = counts.toSorted((a, b) => b[1] - a[1]);
  if (!most) return null;
  return {
    bytes: counts.reduce((sum, [type, count]) => sum + count * bytesPerValue(type), 0),
    parameters: counts.reduce((sum, [, count]) => sum + count, 0),
    storedAs: most[0],
    isQuantized,
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
