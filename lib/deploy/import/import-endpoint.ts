import type { DeployStart } from "@/lib/deploy/from-link";

import { type ReadText, readText } from "./read-text";
import { toForm } from "./to-form";
import type { Import, JsonObject } from "./view";

/** A deploy form filled from a pasted text, or a sentence on why that text says nothing of an endpoint. */
export function importEndpoint(pasted: string, start: DeployStart, model: JsonObject | null = null): Import {
  if (!pasted.trim()) return { ok: false, reason: "Paste something first." };
  let read: ReadText;
  try {
    read = readText(pasted, start.region);
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : "The text cannot be read." };
  }
  // A config only names its model; whoever knows more of that model gives it.
  const parts = { ...read.parts, model: read.parts.model ?? model };
  if (!parts.model && !parts.config) {
    return {
      ok: false,
      reason:
        "No model and no endpoint config was found in it. Paste the JSON of describe-endpoint-config or describe-model, lines of the AWS CLI, or Python for boto3 or the SageMaker SDK.",
    };
  }
  const { values, notes, model: named } = toForm(parts, start);
  const elsewhere =
    parts.region && parts.region !== start.region
      ? [`It was written for ${parts.region}; this workspace is in ${start.region}.`]
      : [];
  return { ok: true, values, model: named, notes: [...read.notes, ...notes, ...elsewhere] };
}
