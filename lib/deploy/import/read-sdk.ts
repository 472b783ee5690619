import { type ContainerRequest, resolveContainer } from "@/catalog/containers/resolve";
import { MASK } from "@/lib/secrets/mask";

import type { PythonCall } from "./python-code";
import { type ImportedParts, type Json, type JsonObject, NO_PARTS } from "./view";

const MODEL_CLASSES = /^(HuggingFaceModel|Model|PyTorchModel)$/;

/** What a program asks the SDK for: the arguments of its model and of the deploy, by the names of the SDK v2. */
export type SdkWish = {
  model: JsonObject;
  deploy: JsonObject;
  /** True where versions do not say which image the SDK takes: it looks at the model when it builds it. */
  isImageBuilt: boolean;
  notes: string[];
};

/** A model of one of the classes of the SDK v2; null: the program has none. */
export function modelByClass(calls: readonly PythonCall[]): SdkWish | null {
  const model = calls.find(({ name }) => MODEL_CLASSES.test(name))?.values;
  if (!model) return null;
  const deploy = calls.find(({ name }) => name === "deploy")?.values ?? {};
  return { model, deploy, isImageBuilt: false, notes: [] };
}

/** The parts that the SDK would make, with the image that it would take. */
export function readSdk(
  calls: readonly PythonCall[],
  { model, deploy, isImageBuilt, notes }: SdkWish,
  region: string,
): { parts: ImportedParts; notes: string[] } {
  const written = plain(model.image_uri);
  const { image, note } =
    typeof written === "string" ? { image: written } : isImageBuilt ? {} : imageOf(calls, model, deploy, region);
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
  return { parts, notes: [...notes, ...(note ? [note] : [])] };
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

/** The image that the SDK would choose by the versions that the program names. */
function imageOf(
  calls: readonly PythonCall[],
  model: JsonObject,
  deploy: JsonObject,
  region: string,
): { image?: string; note?: string } {
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
export function plain(value: Json | undefined): Json | undefined {
  return value === MASK || value === null ? undefined : value;
}

/** Without the members that nobody gave. */
export function defined(members: { [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value]])),
  );
}
