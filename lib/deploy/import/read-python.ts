import { type ContainerRequest, resolveContainer } from "@/catalog/containers/resolve";
import { MASK } from "@/lib/secrets/mask";

import { type PythonCall, readPython } from "./python-code";
import { withCall } from "./sort-parts";
import { type ImportedParts, type Json, type JsonObject, NO_PARTS } from "./view";

/**
 * The parts that a Python program makes: boto3's calls, or the SageMaker Python SDK v2 as the Hub's Deploy button writes
 * it. `notes` say what the program leaves to the SDK and could not be found here.
 */
export function readPythonParts(text: string, region: string): { parts: ImportedParts; notes: string[] } {
  const { calls } = readPython(text);
  const sent = calls.filter(({ name }) =>
    /^(create_(model|endpoint|endpoint_config)|register_scalable_target|put_scaling_policy)$/.test(name),
  );
  const byBoto3 = sent.reduce((parts, { name, values }) => withCall(parts, pascal(name), values), NO_PARTS);
  const named = calls.flatMap(({ values }) => (typeof values.region_name === "string" ? [values.region_name] : []))[0];
  if (byBoto3.model || byBoto3.config) return { parts: { ...byBoto3, region: named ?? null }, notes: [] };
  return bySdk(calls, region);
}

const MODEL_CLASSES = /^(HuggingFaceModel|Model|PyTorchModel)$/;

function bySdk(calls: readonly PythonCall[], region: string): { parts: ImportedParts; notes: string[] } {
  const model = calls.find(({ name }) => MODEL_CLASSES.test(name))?.values;
  const deploy = calls.find(({ name }) => name === "deploy")?.values ?? {};
  if (!model) return { parts: NO_PARTS, notes: [] };
  const { image, note } = imageOf(calls, model, deploy, region);
  const parts: ImportedParts = {
    ...NO_PARTS,
    model: defined({
      ModelName: model.name,
      ExecutionRoleArn: plain(model.role),
      PrimaryContainer: defined({
        Image: image,
        ModelDataUrl: plain(model.model_data),
        Environment: model.env ?? {},
      }),
      VpcConfig: model.vpc_config,
      EnableNetworkIsolation: model.enable_network_isolation,
    }),
    config: config(calls, deploy),
    endpoint: defined({ EndpointName: plain(deploy.endpoint_name), Tags: deploy.tags }),
  };
  return { parts, notes: note ? [note] : [] };
}

function config(calls: readonly PythonCall[], deploy: JsonObject): JsonObject {
  const made = (name: string) => calls.find((call) => call.name === name)?.values;
  const serverless = made("ServerlessInferenceConfig");
  const asynchronous = made("AsyncInferenceConfig");
  const capture = made("DataCaptureConfig");
  const notification = asynchronous?.notification_config;
  return defined({
    KmsKeyId: plain(deploy.kms_key),
    ProductionVariants: [
      defined({
        VariantName: "AllTraffic",
        InstanceType: plain(deploy.instance_type),
        InitialInstanceCount: deploy.initial_instance_count,
        VolumeSizeInGB: deploy.volume_size,
        ModelDataDownloadTimeoutInSeconds: deploy.model_data_download_timeout,
        ContainerStartupHealthCheckTimeoutInSeconds: deploy.container_startup_health_check_timeout,
        ServerlessConfig:
          serverless &&
          defined({
            MemorySizeInMB: serverless.memory_size_in_mb ?? 2048, // the SDK's own defaults
            MaxConcurrency: serverless.max_concurrency ?? 5,
            ProvisionedConcurrency: serverless.provisioned_concurrency,
          }),
      }),
    ],
    AsyncInferenceConfig:
      asynchronous &&
      defined({
        OutputConfig: defined({
          S3OutputPath: plain(asynchronous.output_path),
          S3FailurePath: plain(asynchronous.failure_path),
          KmsKeyId: asynchronous.kms_key_id,
          NotificationConfig: notification,
        }),
        ClientConfig: asynchronous.max_concurrent_invocations_per_instance
          ? { MaxConcurrentInvocationsPerInstance: asynchronous.max_concurrent_invocations_per_instance }
          : undefined,
      }),
    DataCaptureConfig:
      capture &&
      defined({
        EnableCapture: true,
        InitialSamplingPercentage: capture.sampling_percentage,
        DestinationS3Uri: plain(capture.destination_s3_uri),
      }),
  });
}

/** The image that the program names, or that the SDK would choose by the versions that it names. */
function imageOf(
  calls: readonly PythonCall[],
  model: JsonObject,
  deploy: JsonObject,
  region: string,
): { image?: string; note?: string } {
  const written = plain(model.image_uri);
  if (typeof written === "string") return { image: written };
  const instanceType = plain(deploy.instance_type);
  const instance = typeof instanceType === "string" ? { instanceType } : {};
  const server = calls.find(({ name }) => name === "get_huggingface_llm_image_uri");
  const request: ContainerRequest = server
    ? { use: "inference", ...serverRequest(server), region, ...instance }
    : {
        use: "inference",
        family: "huggingface",
        ...versions(model),
        isServerless: calls.some(({ name }) => name === "ServerlessInferenceConfig"),
        region,
        ...instance,
      };
  const resolved = resolveContainer(request);
  return resolved.ok ? { image: resolved.imageUri } : { note: `The container is not set: ${resolved.reason}` };
}

function serverRequest({ positional, values }: PythonCall): Pick<ContainerRequest, "family" | "version"> {
  const backend = String(positional[0] ?? values.backend ?? "huggingface");
  const version = values.version ?? positional[1];
  return { family: BACKENDS[backend] ?? "tgi", ...(typeof version === "string" && { version }) };
}

/** The backends of the SDK's `get_huggingface_llm_image_uri`. */
const BACKENDS: Record<string, ContainerRequest["family"]> = {
  huggingface: "tgi",
  "huggingface-neuronx": "tgi-neuronx",
  "huggingface-tei": "tei",
  "huggingface-tei-cpu": "tei",
};

function versions(model: JsonObject): Partial<ContainerRequest> {
  const of = (name: string) => (typeof model[name] === "string" ? model[name] : undefined);
  const framework = of("tensorflow_version") ? "tensorflow" : of("pytorch_version") ? "pytorch" : undefined;
  const frameworkVersion = of("tensorflow_version") ?? of("pytorch_version");
  const transformersVersion = of("transformers_version");
  const pythonVersion = of("py_version");
  return {
    ...(framework && { framework }),
    ...(frameworkVersion && { frameworkVersion }),
    ...(transformersVersion && { transformersVersion }),
    ...(pythonVersion && { pythonVersion: pythonVersion.replace(/^py(\d)(\d+)$/, "$1.$2") }),
  };
}

/** What the program computes is not known here. */
function plain(value: Json | undefined): Json | undefined {
  return value === MASK || value === null ? undefined : value;
}

function defined(members: { [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value]])),
  );
}

function pascal(method: string): string {
  return method.replaceAll(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase());
}
