import { isBundledModelId } from "@/catalog/bundled-models/select.ts";
import type { ServingTarget } from "../inference-host.ts";
import type { ModelSpec } from "../messages.ts";
import { checkModelType, checkTaskFits } from "./check-config.ts";
import { checkMemory } from "./check-memory.ts";
import { lookAtModel } from "./model-look.ts";

/**
 * What would keep a real container from loading its model, although what runs here could: throws ContainerStartError in
 * the container's words. A script decides by itself what it loads; the emulator's own models fit whatever runs them.
 */
export async function checkModel(target: ServingTarget, spec: ModelSpec, hasScript: boolean): Promise<void> {
  if (isBundledModelId(target.environment.HF_MODEL_ID ?? "")) return;
  const { config, weightBytes } = await lookAtModel(spec.source);
  if (!hasScript) {
    checkModelType(target.image, config);
    if (spec.server.family === "toolkit") checkTaskFits(spec.task, config);
  }
  checkMemory(target, weightBytes);
}
