import type { ModelView } from "@/lib/endpoints/model-view";

import type { JsonObject } from "./view";

/** A model of the account as an import reads one. */
export function modelJson({ name, executionRoleArn, containers }: ModelView): JsonObject {
  const [container] = containers;
  return {
    ModelName: name,
    ...(executionRoleArn && { ExecutionRoleArn: executionRoleArn }),
    PrimaryContainer: {
      ...(container?.image && { Image: container.image }),
      ...(container?.modelDataUrl && { ModelDataUrl: container.modelDataUrl }),
      Environment: Object.fromEntries((container?.environment ?? []).map((entry) => [entry.name, entry.value])),
    },
  };
}
