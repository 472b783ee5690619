import type { RecipeVersions } from "@/catalog/recipes/schema";
import { MASK } from "@/lib/secrets/mask";
import { decodeHyperparameters, type Hyperparameter } from "@/lib/training/hyperparameters";
import { floatText, loads, PythonFloat, type PythonValue as Value } from "@/lib/training/python-json";
import { sentCompiler, sentDistribution, toolkitText } from "@/lib/training/toolkit-settings";
import type { CreateTrainingJobRequest } from "@/lib/training/view";

import { pythonEnvironment } from "../masked-environment";
import { Expression, PythonCall, type PythonValue, pythonArguments, pythonLiteral } from "../python-literal";
import { isJsonMask, secretVariable } from "../secrets";
import { inputArgument, inputImports } from "./python-sdk-inputs";
import type { ProgramExport } from "./view";

/** The release that the programs were written for and their requests recorded with. */
export const SDK_V2 = "2.257.6";

type Arguments = Record<string, PythonValue | undefined>;

/** What a request does not tell of the estimator: how its image is asked for, and its jobs are named. */
export type EstimatorAsk = { image: Arguments; name: Arguments; fit?: Arguments };

/** A training job as `HuggingFace(…).fit(…)` or `Estimator(…).fit(…)` of the SageMaker Python SDK v2. */
export function estimatorCode(wanted: ProgramExport, ask: EstimatorAsk): string {
  const { training: request } = wanted.requests;
  if (!request) return "";
  const values: Arguments = {
    entry_point: toolkitText(request.HyperParameters, "sagemaker_program") ?? undefined,
    ...scriptArguments(wanted),
    role: new Expression("role"),
    sagemaker_session: new Expression("session"),
    ...ask.name,
    ...ask.image,
    ...machineArguments(request),
    ...outputArguments(request, wanted.bucket),
    ...networkArguments(request),
    distribution: distributionArgument(request),
    compiler_config: compilerArgument(request),
    metric_definitions: request.AlgorithmSpecification.MetricDefinitions,
    debugger_hook_config: request.DebugHookConfig ? undefined : false,
    disable_profiler: request.ProfilerConfig?.DisableProfiler ? true : undefined,
    environment: request.Environment && pythonEnvironment(request.Environment),
    tags: request.Tags?.map((tag) => ({ ...tag })),
    hyperparameters: hyperparameterArgument(request),
  };
  const inputs = inputArgument(request);
  const fit = ask.fit ? pythonArguments({ inputs, ...ask.fit }) : "";
  const call = fit ? `\n${fit}\n` : inputs ? pythonLiteral(inputs) : "";
  return `estimator = ${estimatorClass(request)}(\n${pythonArguments(values)}\n)\nestimator.fit(${call})`;
}

/** The SDK's class for a job: a container without the toolkit takes no script. */
export function estimatorClass(request: CreateTrainingJobRequest): "HuggingFace" | "Estimator" {
  return hasScript(request) ? "HuggingFace" : "Estimator";
}

/** The classes that a job's code needs. */
export function estimatorImports(request: CreateTrainingJobRequest): string[] {
  const compiler = sentCompiler(request.HyperParameters) ? ", TrainingCompilerConfig" : "";
  const estimator = hasScript(request)
    ? `from sagemaker.huggingface import HuggingFace${compiler}`
    : "from sagemaker.estimator import Estimator";
  return [estimator, ...inputImports(request)];
}

function hasScript({ HyperParameters }: CreateTrainingJobRequest): boolean {
  return toolkitText(HyperParameters, "sagemaker_program") !== null;
}

/** `transformers_version`, `pytorch_version` and `py_version` of an image. */
export function versionArguments(versions: RecipeVersions): Record<string, PythonValue> {
  return {
    transformers_version: versions.transformersVersion,
    [`${versions.framework}_version`]: versions.frameworkVersion,
    py_version: `py${versions.pythonVersion.replace(".", "")}`,
  };
}

function scriptArguments({ script }: ProgramExport): Arguments {
  if (!script) return {};
  if (script.kind === "s3") return { source_dir: script.uri };
  const git = script.kind === "git" ? { repo: script.repository, branch: script.branch } : undefined;
  return { source_dir: script.folder, git_config: git };
}

function machineArguments(request: CreateTrainingJobRequest): Arguments {
  const { ResourceConfig: machine, StoppingCondition: limits, CheckpointConfig: checkpoint } = request;
  return {
    instance_type: machine.InstanceType,
    instance_count: machine.InstanceCount,
    volume_size: machine.VolumeSizeInGB,
    volume_kms_key: machine.VolumeKmsKeyId,
    keep_alive_period_in_seconds: machine.KeepAlivePeriodInSeconds,
    max_run: limits.MaxRuntimeInSeconds,
    use_spot_instances: request.EnableManagedSpotTraining,
    max_wait: limits.MaxWaitTimeInSeconds,
    max_retry_attempts: request.RetryStrategy?.MaximumRetryAttempts,
    checkpoint_s3_uri: checkpoint?.S3Uri,
    checkpoint_local_path: checkpoint?.LocalPath,
  };
}

/** What is as the SDK has it by itself is left out. */
function outputArguments(request: CreateTrainingJobRequest, bucket: string): Arguments {
  const { S3OutputPath, KmsKeyId, CompressionType } = request.OutputDataConfig;
  const { TrainingInputMode, EnableSageMakerMetricsTimeSeries = false } = request.AlgorithmSpecification;
  return {
    input_mode: TrainingInputMode === "File" ? undefined : TrainingInputMode,
    output_path: S3OutputPath === `s3://${bucket}/` ? undefined : S3OutputPath,
    output_kms_key: KmsKeyId,
    disable_output_compression: CompressionType === "NONE" ? true : undefined,
    enable_sagemaker_metrics:
      EnableSageMakerMetricsTimeSeries === hasScript(request) ? undefined : EnableSageMakerMetricsTimeSeries,
  };
}

function networkArguments(request: CreateTrainingJobRequest): Arguments {
  return {
    subnets: request.VpcConfig?.Subnets,
    security_group_ids: request.VpcConfig?.SecurityGroupIds,
    enable_network_isolation: request.EnableNetworkIsolation,
    encrypt_inter_container_traffic: request.EnableInterContainerTrafficEncryption,
  };
}

function distributionArgument({ HyperParameters }: CreateTrainingJobRequest): PythonValue | undefined {
  const distribution = sentDistribution(HyperParameters);
  const mpi = "mpiOptions" in distribution && distribution.mpiOptions ? distribution.mpiOptions : null;
  switch (distribution.kind) {
    case "none":
      return undefined;
    case "smddp":
      return { smdistributed: { dataparallel: { enabled: true, ...(mpi && { custom_mpi_options: mpi }) } } };
    case "torch-distributed":
      return { torch_distributed: { enabled: true } };
    case "pytorch-ddp":
      return { pytorchddp: { enabled: true } };
    case "smp":
      return {
        smdistributed: { modelparallel: { enabled: true, parameters: literalOf(loads(distribution.parameters)) } },
        mpi: {
          enabled: true,
          processes_per_host: distribution.processesPerHost,
          ...(mpi && { custom_mpi_options: mpi }),
        },
      };
  }
}

function compilerArgument({ HyperParameters }: CreateTrainingJobRequest): PythonValue | undefined {
  const compiler = sentCompiler(HyperParameters);
  return compiler ? new PythonCall("TrainingCompilerConfig", compiler.debug ? { debug: true } : {}) : undefined;
}

function hyperparameterArgument(request: CreateTrainingJobRequest): PythonValue {
  const { HyperParameters: sent } = request;
  return Object.fromEntries(
    decodeHyperparameters(sent).map((row) => {
      const text = sent[row.name];
      const isSecret = isJsonMask(text) || text === MASK;
      if (isSecret) return [row.name, new Expression(`os.environ["${secretVariable(row.name)}"]`)];
      // Only the estimators of frameworks encode.
      return [row.name, hasScript(request) ? typed(row) : (text ?? "")];
    }),
  );
}

function typed({ type, value }: Hyperparameter): PythonValue {
  if (type === "string") return value;
  return type === "json" ? literalOf(loads(value)) : literalOf(loads(value.toLowerCase()));
}

/** JSON as Python would hold it: 1.0 stays a float. */
function literalOf(value: Value): PythonValue {
  if (typeof value === "bigint") return new Expression(String(value));
  if (value instanceof PythonFloat) return new Expression(floatText(value.value));
  if (Array.isArray(value)) return value.map(literalOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literalOf(item)]));
}
