import type { DeployRequests, Tag } from "@/lib/deploy/view";

import { pythonEnvironment, pythonImports } from "./masked-environment";
import { type PythonValue, pythonArguments, toPython } from "./python-literal";

import { modeArguments, modeImports, scalingCode } from "./python-sdk-mode";

/** What the SDK sets by itself. */
const SET_BY_SDK = new Set(["SAGEMAKER_PROGRAM", "SAGEMAKER_SUBMIT_DIRECTORY", "SAGEMAKER_REGION"]);

/** The same deploy with the SageMaker Python SDK v2, from masked requests. */
export function pythonSdkDeploy({ model, endpointConfig, endpoint, scaling }: DeployRequests): string {
  const { Image, Environment, ModelDataUrl } = model.PrimaryContainer;
  const own = Object.fromEntries(Object.entries(Environment).filter(([name, value]) => !isSdkDefault(name, value)));
  const variant = endpointConfig.ProductionVariants[0];
  const capture = endpointConfig.DataCaptureConfig;

  const modelArguments: Record<string, PythonValue | undefined> = {
    name: model.ModelName,
    image_uri: Image,
    model_data: ModelDataUrl,
    role: model.ExecutionRoleArn,
    env: pythonEnvironment(own),
    vpc_config: model.VpcConfig && toPython(model.VpcConfig),
    enable_network_isolation: model.EnableNetworkIsolation,
  };
  const deployArguments: Record<string, PythonValue | undefined> = {
    endpoint_name: endpoint.EndpointName,
    instance_type: variant?.InstanceType,
    initial_instance_count: variant?.InitialInstanceCount,
    volume_size: variant?.VolumeSizeInGB,
    model_data_download_timeout: variant?.ModelDataDownloadTimeoutInSeconds,
    container_startup_health_check_timeout: variant?.ContainerStartupHealthCheckTimeoutInSeconds,
    ...modeArguments(endpointConfig),
    kms_key: endpointConfig.KmsKeyId,
    tags: endpoint.Tags.length > 0 ? endpoint.Tags.map((tag: Tag) => toPython(tag)) : undefined,
  };
  return `${pythonImports(own)}from sagemaker.huggingface import HuggingFaceModel
${modeImports(endpointConfig)}${capture ? "from sagemaker.model_monitor import DataCaptureConfig\n" : ""}
model = HuggingFaceModel(
${pythonArguments(modelArguments)}
)

predictor = model.deploy(
${pythonArguments(deployArguments)}${capture ? `\n${captureArgument(capture)}` : ""}
)
${scaling ? scalingCode(scaling) : ""}`;
}

function isSdkDefault(name: string, value: string): boolean {
  return SET_BY_SDK.has(name) || (name === "SAGEMAKER_CONTAINER_LOG_LEVEL" && value === "20");
}

function captureArgument({
  InitialSamplingPercentage,
  DestinationS3Uri,
}: {
  InitialSamplingPercentage: number;
  DestinationS3Uri: string;
}): string {
  const uri = JSON.stringify(DestinationS3Uri);
  return `    data_capture_config=DataCaptureConfig(
        enable_capture=True,
        sampling_percentage=${InitialSamplingPercentage},
        destination_s3_uri=${uri},
    ),`;
}
