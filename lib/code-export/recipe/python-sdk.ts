import type { RecipeVersions, ServePreset, TrainingPreset } from "@/catalog/recipes/schema";
import { makingCalls, removingCalls } from "@/lib/recipes/calls";
import { inBucket } from "@/lib/recipes/images";
import { MASK } from "@/lib/secrets/mask";

import { Expression, type PythonValue, pythonArguments, pythonLiteral, toPython } from "../python-literal";
import { cleanUpCode, hasSecret, removalCode, scalingCode } from "./python-requests";
import type { RecipeExport } from "./view";

/** The release that the programs were written for and their requests recorded with. */
export const SDK_V2 = "2.257.6";

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
    imports(wanted, hasSecret(calls)),
    [
      `session = sagemaker.Session(boto3.Session(region_name="${region}"), default_bucket=${JSON.stringify(bucket)})`,
      `role = ${JSON.stringify(requests.training?.RoleArn ?? requests.model?.ExecutionRoleArn)}`,
      ...clients,
    ].join("\n"),
    recipe.training ? estimatorCode(recipe.training, bucket) : "",
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

function estimatorCode(preset: TrainingPreset, bucket: string): string {
  const { source, distribution, checkpointUri } = preset;
  const values: Record<string, PythonValue | undefined> = {
    entry_point: preset.entryPoint,
    source_dir: source.folder,
    git_config: source.kind === "git" ? { repo: source.repository, branch: source.branch } : undefined,
    role: new Expression("role"),
    sagemaker_session: new Expression("session"),
    base_job_name: preset.baseJobName ?? undefined,
    ...versionArguments(preset.versions),
    instance_type: preset.instanceType,
    instance_count: preset.instanceCount,
    volume_size: preset.volumeGb,
    max_run: preset.maxRunSeconds,
    use_spot_instances: preset.spot ? true : undefined,
    max_wait: preset.spot?.maxWaitSeconds,
    checkpoint_s3_uri: checkpointUri ? inBucket(checkpointUri, bucket) : undefined,
    distribution: distributionArgument(distribution),
    compiler_config: preset.compiler ? new Expression("TrainingCompilerConfig()") : undefined,
    metric_definitions: preset.metricDefinitions.length > 0 ? preset.metricDefinitions : undefined,
    debugger_hook_config: preset.debuggerHook ? undefined : false,
    disable_profiler: preset.profiler ? undefined : true,
    environment:
      preset.tokenVariables.length > 0
        ? Object.fromEntries(preset.tokenVariables.map((name) => [name, new Expression(`os.environ["${name}"]`)]))
        : undefined,
    hyperparameters: Object.fromEntries(preset.hyperparameters.map((row) => [row.name, typed(row)])),
  };
  const inputs = Object.fromEntries(preset.channels.map(({ name, s3Uri }) => [name, inBucket(s3Uri, bucket)]));
  const fit = preset.channels.length > 0 ? pythonLiteral(inputs) : "";
  return `estimator = HuggingFace(\n${pythonArguments(values)}\n)\nestimator.fit(${fit})`;
}

function typed({ type, value }: TrainingPreset["hyperparameters"][number]): PythonValue {
  if (value === MASK) return new Expression('os.environ["HF_TOKEN"]');
  if (type === "string") return value;
  return type === "boolean" ? value === "true" : new Expression(value);
}

function distributionArgument(distribution: TrainingPreset["distribution"]): PythonValue | undefined {
  switch (distribution.kind) {
    case "none":
      return undefined;
    case "smddp":
      return { smdistributed: { dataparallel: { enabled: true } } };
    case "torch-distributed":
      return { torch_distributed: { enabled: true } };
    case "smp":
      return {
        smdistributed: { modelparallel: { enabled: true, parameters: toPython(JSON.parse(distribution.parameters)) } },
        mpi: { enabled: true, processes_per_host: distribution.processesPerHost },
      };
  }
}

function versionArguments(versions: RecipeVersions): Record<string, PythonValue> {
  return {
    transformers_version: versions.transformersVersion,
    [`${versions.framework}_version`]: versions.frameworkVersion,
    py_version: `py${versions.pythonVersion.replace(".", "")}`,
  };
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
  const model = estimates ? [] : [modelCode(serve, requests.model.PrimaryContainer.Image, bucket)];
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

function modelCode(serve: ServePreset, image: string, bucket: string): string {
  const { model, family, ownName } = serve;
  // The SDK finds the image by the versions, except that of NeuronX.
  const byVersions = family === "huggingface" || family === "neuron";
  const values: Record<string, PythonValue | undefined> = {
    name: ownName ?? undefined,
    model_data:
      model.from === "training-job"
        ? new Expression("estimator.model_data")
        : model.from === "s3"
          ? inBucket(model.modelDataUrl, bucket)
          : undefined,
    env: model.from === "hub" ? { HF_MODEL_ID: model.modelId, HF_TASK: model.task } : undefined,
    role: new Expression("role"),
    sagemaker_session: new Expression("session"),
    ...(byVersions ? versionArguments(serve.versions) : { image_uri: image }),
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
