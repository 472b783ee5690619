import type { EmulatorContext } from "../../context.ts";
import { createTrainingRunner } from "../../training/training-runner.ts";
import { createTrainingStore } from "../../training/training-store.ts";
import type { JsonService } from "../service.ts";
import { endpointConfigOperations } from "./endpoint-configs.ts";
import { createEndpointLifecycle } from "./endpoint-lifecycle.ts";
import { createEndpointStore } from "./endpoint-store.ts";
import { endpointUpdateOperations } from "./endpoint-updates.ts";
import { endpointOperations } from "./endpoints.ts";
import { modelOperations } from "./models.ts";
import { tagOperations } from "./tags.ts";
import { trainingJobOperations } from "./training-jobs.ts";

/** SageMaker's control plane: models, endpoint configurations, endpoints, training jobs and their tags. */
export function sagemakerService(context: EmulatorContext): JsonService {
  const store = createEndpointStore(context);
  const trainingStore = createTrainingStore(context.records);
  const trainingRunner = createTrainingRunner(context, trainingStore);
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
      ...trainingJobOperations(context, trainingStore, trainingRunner),
      ...tagOperations(context),
    },
    resume: () => {
      lifecycle.resume();
      trainingRunner.resume();
    },
    close: trainingRunner.close,
  };
}
