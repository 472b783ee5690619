import type { ServePreset } from "@/catalog/recipes/schema";
import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import { EMPTY_MODE } from "@/lib/deploy/mode-fields";
import type { DeployInput } from "@/lib/deploy/schema";

import { inBucket } from "./images";
import type { RecipeFacts } from "./view";

/** A recipe's model as what the Deploy form holds. `artifact` is the training job's archive, for a model out of one. */
export function deployInput(
  preset: ServePreset,
  image: string,
  artifact: string | null,
  { bucket, executionRoleArn }: RecipeFacts,
): DeployInput {
  return {
    ...EMPTY_DEPLOY,
    ...EMPTY_MODE,
    ...modelFields(preset, artifact, bucket),
    image,
    executionRoleArn,
    instanceType: preset.instanceType,
    instanceCount: preset.instanceCount,
    initialWeight: 1,
  };
}

function modelFields({ model }: ServePreset, artifact: string | null, bucket: string) {
  switch (model.from) {
    case "hub":
      return { source: "hub" as const, hubModelId: model.modelId, task: model.task };
    case "s3":
      return { source: "s3" as const, modelDataUrl: inBucket(model.modelDataUrl, bucket) };
    case "training-job":
      return { source: "s3" as const, modelDataUrl: artifact ?? "" };
  }
}
