import { BUNDLED_MODELS } from "./data.ts";
import type { BundledModel } from "./schema.ts";

const PREFIX = "bundled/";

/** The HF_MODEL_ID by which a container of the emulator loads a bundled model. */
export function bundledModelId(model: BundledModel): string {
  return PREFIX + model.id;
}

/** True for every id in the bundled name space, whether or not such a model exists. */
export function isBundledModelId(hubModelId: string): boolean {
  return hubModelId.startsWith(PREFIX);
}

/** The bundled model that an HF_MODEL_ID such as `bundled/afinn-sentiment` names. */
export function findBundledModel(hubModelId: string): BundledModel | undefined {
  return BUNDLED_MODELS.find((model) => bundledModelId(model) === hubModelId);
}

export function bundledModelsForTask(task: string): BundledModel[] {
  return BUNDLED_MODELS.filter((model) => model.task === task);
}
