import { type Resolution, resolveContainer } from "@/catalog/containers/resolve";
import type { Recipe, ServePreset, TrainingPreset } from "@/catalog/recipes/schema";

/** The training image of a preset in a region, or why there is none. */
export function trainingImage({ versions, compiler, instanceType }: TrainingPreset, region: string): Resolution {
  const family = compiler ? "training-compiler" : "huggingface";
  return resolveContainer({ ...versions, use: "training", family, instanceType, region });
}

/** The inference image of a preset in a region, for the instance type that runs it, or why there is none. */
export function servingImage({ versions, family }: ServePreset, instanceType: string, region: string): Resolution {
  return resolveContainer({ ...versions, use: "inference", family, instanceType, region });
}

/** The instance type that a recipe's model runs on. */
export function servingInstance({ transform, serve }: Recipe): string {
  return transform?.instanceType ?? serve?.instanceType ?? "";
}

/** `s3://{bucket}/…` with the bucket in its place. */
export function inBucket(uri: string, bucket: string): string {
  return uri.replace("{bucket}", bucket);
}
