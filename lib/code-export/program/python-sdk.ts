import type { ServePreset, TrainingPreset } from "@/catalog/recipes/schema";
import type { CreateModelRequest } from "@/lib/deploy/view";
import { makingCalls, removingCalls } from "@/lib/recipes/calls";
import { inBucket } from "@/lib/recipes/images";

import { Expression, type PythonValue, pythonArguments, pythonLiteral, toPython } from "../python-literal";
import { cleanUpCode, removalCode, scalingCode, secretImports } from "./python-requests";
import { type EstimatorAsk, estimatorCode, SDK_V2, versionArguments } from "./python-sdk-estimator";
import type { RecipeExport } from "./view";

/** A recipe with the SageMaker Python SDK v2. */
export function pythonSdkRecipe(wanted: RecipeExport): string {
  const { recipe, requests, region, bucket } = wanted;
  const calls = makingCalls(requests);
  const scaling = calls.filter(({ service }) => service !== "sagemaker");
  const clients = [
    ...(requests.scaling ? [`autoscaling = boto3.client("application-autoscaling", region_name="${region}")`] : []),
    ...(requests.scaling?.wake ? [`cloudwatch = boto3.client("cloudwatch", region_name="${region}")`] : []),
  ];
  const parts = [
    imports(wanted, secretImports(calls).includes("import os")),
    [
      `session = sagemaker.Session(boto3.Session(region_name="${region}"), default_bucket=${JSON.stringify(bucket)})`,
      `role = ${JSON.stringify(requests.training?.RoleArn ?? requests.model?.ExecutionRoleArn)}`,
      ...clients,
    ].join("\n"),
    recipe.training ? estimatorCode(wanted, recipeEstimator(recipe.training)) : "",
    servingCode(wanted),
    scalingCode(scaling),
  ];
  const removing = recipe.transform || !requests.endpoint ? [] : removingCalls(requests);
  return `# pip install "sagemaker==${SDK_V2}"\n${parts.filter(Boolean).join("\n\n")}\n${cleanUp(removing)}`;
}

/** The SDK's predictor removes what it made; scaling is removed first. */
function cleanUp(calls: ReturnType<typeof removingCalls>): string {
  const others = calls.filter(({ service }) => service !== "sagemaker").map((call) => removalCode(call));
  return cleanUpCode(calls, [...others, "    predictor.delete_model()", "    predictor.delete_endpoint()"]);
}

/** How a notebook asks for its image and names its jobs. */
function recipeEstimator({ versions, baseJobName }: TrainingPreset): EstimatorAsk {
  return { image: { ...versionArguments(versions) }, name: { base_job_name: baseJobName ?? undefined } };
}

function imports({ recipe, requests }: RecipeExport, needsOs: boolean): string {
  const fromEstimator = recipe.training && (!recipe.serve || hasOwnImage(recipe.training, recipe.serve));
  const names = [
    ...(recipe.training ? ["HuggingFace"] : []),
    ...(requests.model && !fromEstimator ? ["HuggingFaceModel"] : []),
    ...(recipe.training?.compiler ? ["TrainingCompilerConfig"] : []),
  ];
  return [
    ...(needsOs ? ["import os", ""] : []),
    "import boto3",
    "import sagemaker",
    ...(recipe.asynchronous
      ? [
          "from sagemaker.async_inference.async_inference_config import AsyncInferenceConfig",
          "from sagemaker.async_inference.waiter_config import WaiterConfig",
        ]
      : []),
    `from sagemaker.huggingface import ${names.join(", ")}`,
  ].join("\n");
}

/** The estimator's own deploy takes the inference image of the training versions. */
function hasOwnImage(training: TrainingPreset, serve: ServePreset): boolean {
  return serve.model.from === "training-job" && JSON.stringify(training.versions) === JSON.stringify(serve.versions);
}

function servingCode(wanted: RecipeExport): string {
  const { recipe, requests, bucket } = wanted;
  const { serve, training, transform } = recipe;
  if (!serve || !requests.model) return "";
  const estimates = training && hasOwnImage(training, serve);
  const model = estimates ? [] : [modelCode(serve, requests.model, bucket)];
  if (transform) {
    const made = pythonArguments({
      instance_count: transform.instanceCount,
      instance_type: transform.instanceType,
      output_path: inBucket(transform.outputUri, bucket),
      strategy: transform.strategy,
      accept: transform.accept ?? undefined,
      assemble_with: transform.assembleWith ?? undefined,
    });
    const run = pythonArguments({
      data: inBucket(transform.inputUri, bucket),
      content_type: transform.contentType,
      split_type: transform.splitType,
    });
    return [...model, `transformer = model.transformer(\n${made}\n)\ntransformer.transform(\n${run}\n)`].join("\n\n");
  }
  return [...model, deployCode(wanted, estimates ? "estimator" : "model"), invocationCode(wanted)].join("\n\n");
}

function modelCode(serve: ServePreset, request: CreateModelRequest, bucket: string): string {
  const { model, family, ownName } = serve;
  // The SDK finds the image by the versions, except that of NeuronX.
  const byVersions = family === "huggingface" || family === "neuron";
  const values: Record<string, PythonValue | undefined> = {
    name: ownName ? request.ModelName : undefined,
    model_data:
      model.from === "training-job"
        ? new Expression("estimator.model_data")
        : model.from === "s3"
          ? inBucket(model.modelDataUrl, bucket)
          : undefined,
    env: model.from === "hub" ? { HF_MODEL_ID: model.modelId, HF_TASK: model.task } : undefined,
    role: new Expression("role"),
    sagemaker_session: new Expression("session"),
    ...(byVersions ? versionArguments(serve.versions) : { image_uri: request.PrimaryContainer.Image }),
  };
  const compiled = family === "neuron" ? "\nmodel._is_compiled_model = True  # the archive is compiled already" : "";
  return `model = HuggingFaceModel(\n${pythonArguments(values)}\n)${compiled}`;
}

function deployCode({ recipe, requests, bucket }: RecipeExport, from: "estimator" | "model"): string {
  const values: Record<string, PythonValue | undefined> = {
    initial_instance_count: recipe.serve?.instanceCount,
    instance_type: recipe.serve?.instanceType,
    // The scaling below names it.
    endpoint_name: recipe.scaling ? requests.endpoint?.endpoint.EndpointName : undefined,
    async_inference_config: recipe.asynchronous
      ? new Expression(`AsyncInferenceConfig(output_path="${inBucket(recipe.asynchronous.outputUri, bucket)}")`)
      : undefined,
  };
  return `predictor = ${from}.deploy(\n${pythonArguments(values)}\n)`;
}

function invocationCode({ recipe }: RecipeExport): string {
  const sample = recipe.samples[0];
  if (!sample) return "";
  const body = pythonLiteral(toPython(sample.body));
  return recipe.asynchronous
    ? `response = predictor.predict_async(data=${body})\nprint(response.get_result(WaiterConfig(max_attempts=60, delay=15)))`
    : `print(predictor.predict(${body}))`;
}
