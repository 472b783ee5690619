import type { EmulatorContext } from "../../context.ts";
import type { JsonService } from "../service.ts";
import { endpointConfigOperations } from "./endpoint-configs.ts";
import { createEndpointLifecycle } from "./endpoint-lifecycle.ts";
import { createEndpointStore } from "./endpoint-store.ts";
import { endpointUpdateOperations } from "./endpoint-updates.ts";
import { endpointOperations } from "./endpoints.ts";
import { modelOperations } from "./models.ts";
import { tagOperations } from "./tags.ts";

/** SageMaker's control plane: models, endpoint configurations, endpoints and their tags. */
export function sagemakerService(context: EmulatorContext): JsonService {
  const store = createEndpointStore(context);
  const lifecycle = createEndpointLifecycle(context, store);
  return {
    protocol: "json",
    id: "sagemaker",
    targetPrefix: "SageMaker",
    operations: {
      ...modelOperations(context),
      ...endpointConfigOperations(context),
      ...endpointOperations(context, store, lifecycle),
      ...endpointUpdateOperations(context, store, lifecycle),
      ...tagOperations(context),
    },
    resume: lifecycle.resume,
  };
}
