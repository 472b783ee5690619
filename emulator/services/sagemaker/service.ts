import type { EmulatorContext } from "../../context.ts";
import { createTrainingRunner } from "../../training/training-runner.ts";
import { createTrainingStore } from "../../training/training-store.ts";
import { createTransformRunner } from "../../transform/transform-runner.ts";
import { createTransformStore } from "../../transform/transform-store.ts";
import type { JsonService } from "../service.ts";
import { endpointConfigOperations } from "./endpoint-configs.ts";
import { createEndpointLifecycle } from "./endpoint-lifecycle.ts";
import { createEndpointStore } from "./endpoint-store.ts";
import { endpointUpdateOperations } from "./endpoint-updates.ts";
import { endpointOperations } from "./endpoints.ts";
import { startComponentMeter } from "./inference-components/component-meter.ts";
import { createComponentParts } from "./inference-components/component-parts.ts";
import { componentUpdateOperations } from "./inference-components/component-updates.ts";
import { componentOperations } from "./inference-components/components.ts";
import { modelOperations } from "./models.ts";
import { searchOperations } from "./search.ts";
import { tagOperations } from "./tags.ts";
import { trainingJobOperations } from "./training-jobs.ts";
import { transformJobOperations } from "./transform-jobs.ts";

/** SageMaker's control plane: models, endpoint configurations, endpoints, inference components, training and transform jobs and their tags. */
export function sagemakerService(context: EmulatorContext): JsonService {
  const store = createEndpointStore(context);
  const trainingStore = createTrainingStore(context.records);
  const trainingRunner = createTrainingRunner(context, trainingStore);
  const transformStore = createTransformStore(context.records);
  const transformRunner = createTransformRunner(context, transformStore);
  const lifecycle = createEndpointLifecycle(context, store);
  const componentParts = createComponentParts(context);
  const { components: componentStore } = componentParts;
  startComponentMeter(context, componentParts);
  return {
    protocol: "json",
    id: "sagemaker",
    targetPrefix: "SageMaker",
    operations: {
      ...modelOperations(context),
      ...endpointConfigOperations(context),
      ...endpointOperations(context, store, lifecycle, componentStore),
      ...endpointUpdateOperations(context, store, lifecycle, componentStore),
      ...componentOperations(context, componentParts),
      ...componentUpdateOperations(context, componentParts),
      ...trainingJobOperations(context, trainingStore, trainingRunner),
      ...transformJobOperations(context, transformStore, transformRunner),
      ...searchOperations(context, trainingStore),
      ...tagOperations(context),
    },
    resume: () => {
      lifecycle.resume();
      componentParts.lifecycle.resume();
      trainingRunner.resume();
      transformRunner.resume();
    },
    close: async () => {
      await Promise.all([trainingRunner.close(), transformRunner.close()]);
    },
  };
}
