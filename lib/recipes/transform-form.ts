import type { Recipe } from "@/catalog/recipes/schema";
import { defaultImage, deviceOfImage } from "@/lib/deploy/from-link";
import { emptyTransform, type TransformStart } from "@/lib/transform/defaults";
import type { TransformFormValues } from "@/lib/transform/schema";

import { inBucket, servingImage } from "./images";

/** The transform form filled from a recipe; a region without its image keeps the form's usual one. */
export function transformForm(recipe: Recipe, start: TransformStart): TransformFormValues {
  const { serve, transform } = recipe;
  const empty = emptyTransform(start, serve?.model.from === "hub" ? { model: serve.model.modelId, source: "hub" } : {});
  if (!serve || !transform) return empty;
  const image = servingImage(serve, transform.instanceType, start.region);
  const imageUri = image.ok ? image.imageUri : defaultImage(deviceOfImage(empty.image) ?? "cpu", start.region);
  return {
    ...empty,
    task: serve.model.from === "hub" ? serve.model.task : "",
    image: imageUri,
    instanceType: transform.instanceType,
    instanceCount: transform.instanceCount,
    inputUri: inBucket(transform.inputUri, start.bucket),
    outputUri: inBucket(transform.outputUri, start.bucket),
    contentType: transform.contentType,
    splitType: transform.splitType === "None" ? "None" : "Line",
    strategy: transform.strategy,
    accept: transform.accept ?? "",
    assembleWith: transform.assembleWith ?? "None",
  };
}
