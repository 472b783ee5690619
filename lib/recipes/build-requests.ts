import type { Recipe } from "@/catalog/recipes/schema";
import { buildAsyncConfig, defaultFailureUri } from "@/lib/async/build-config";
import { buildRequests } from "@/lib/deploy/build-requests";
import type { DeployRequests } from "@/lib/deploy/view";
import {
  deregisterTarget,
  putTargetTracking,
  putWakeAlarm,
  putWakePolicy,
  registerTarget,
} from "@/lib/scaling/variant-requests";
import { buildTrainingRequest } from "@/lib/training/build-request";
import { buildTransformRequest } from "@/lib/transform/build-request";

import { deployInput } from "./deploy-input";
import { inBucket, servingImage, servingInstance, trainingImage } from "./images";
import { type RecipeNames, recipeNames } from "./names";
import { trainingWishes } from "./training-wishes";
import type { RecipeEndpoint, RecipeFacts, RecipeRequests, RecipeScaling } from "./view";

export type BuiltRecipe = { ok: true; requests: RecipeRequests } | { ok: false; reason: string };

/** What stands where AWS says the ARN of a policy only after it is made. */
export const WAKE_POLICY_ARN = "PolicyARN";

/**
 * The requests of a recipe, equal to what its notebook sends through the SageMaker Python SDK v2 (2.257.6), or why a
 * region cannot run it. A pure function: names, times and places come in as facts.
 */
export function buildRecipe(recipe: Recipe, facts: RecipeFacts): BuiltRecipe {
  const training = recipe.training && trainingImage(recipe.training, facts.region);
  if (training && !training.ok) return training;
  const serving = recipe.serve && servingImage(recipe.serve, servingInstance(recipe), facts.region);
  if (serving && !serving.ok) return serving;

  const images = { training: training?.imageUri ?? null, serving: serving?.imageUri ?? null };
  const names = recipeNames(recipe, images, facts);
  const served = images.serving ? serve(recipe, images.serving, names, facts) : null;
  const isEndpoint = served !== null && recipe.transform === null;
  return {
    ok: true,
    requests: {
      training: images.training ? trainingJob(recipe, images.training, names, facts) : null,
      model: served?.model ?? null,
      endpoint: isEndpoint ? endpointOf(recipe, served, names, facts) : null,
      transform: transformJob(recipe, names, facts),
      scaling: scalingOf(recipe, names),
    },
  };
}

function trainingJob({ training }: Recipe, image: string, names: RecipeNames, facts: RecipeFacts) {
  if (!training) return null;
  return buildTrainingRequest(trainingWishes(training, image, facts), {
    region: facts.region,
    jobName: names.trainingJob,
    sourceUri: `s3://${facts.bucket}/${names.trainingJob}/source/sourcedir.tar.gz`,
  });
}

function serve(recipe: Recipe, image: string, names: RecipeNames, facts: RecipeFacts): DeployRequests | null {
  if (!recipe.serve) return null;
  const artifact = recipe.training ? `s3://${facts.bucket}/${names.trainingJob}/output/model.tar.gz` : null;
  return buildRequests(deployInput(recipe.serve, image, artifact, facts), {
    region: facts.region,
    names: { model: names.model, endpointConfig: names.endpoint, endpoint: names.endpoint },
    hubToken: null,
  });
}

function endpointOf(
  { asynchronous }: Recipe,
  { endpointConfig, endpoint }: DeployRequests,
  names: RecipeNames,
  { bucket, now, unique }: RecipeFacts,
): RecipeEndpoint {
  if (!asynchronous) return { config: endpointConfig, endpoint };
  const config = buildAsyncConfig({
    outputUri: inBucket(asynchronous.outputUri, bucket),
    failureUri: defaultFailureUri(bucket, names.model, now, unique.slice(-4)),
    maxConcurrent: null,
    kmsKeyId: null,
    successTopic: null,
    errorTopic: null,
  });
  return { config: { ...endpointConfig, AsyncInferenceConfig: config }, endpoint };
}

function transformJob({ transform }: Recipe, names: RecipeNames, { bucket }: RecipeFacts) {
  if (!transform) return null;
  return buildTransformRequest(
    {
      ...transform,
      inputUri: inBucket(transform.inputUri, bucket),
      outputUri: inBucket(transform.outputUri, bucket),
      maxConcurrent: null,
      maxPayloadMb: null,
    },
    { job: names.transformJob, model: names.model },
  );
}

function scalingOf({ scaling }: Recipe, names: RecipeNames): RecipeScaling | null {
  if (!scaling) return null;
  const variant = { endpointName: names.endpoint, variantName: "AllTraffic" };
  return {
    target: registerTarget(variant, scaling),
    policy: putTargetTracking(variant, scaling),
    wake: scaling.wakesFromZero
      ? { policy: putWakePolicy(variant), alarm: putWakeAlarm(variant, WAKE_POLICY_ARN) }
      : null,
    removal: deregisterTarget(variant),
  };
}
