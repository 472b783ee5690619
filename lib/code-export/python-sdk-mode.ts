import type { CreateEndpointConfigRequest, DeployRequests } from "@/lib/deploy/view";

import { PythonCall, type PythonValue, pythonArguments, toPython } from "./python-literal";

/** The imports that `modeArguments` needs. */
export function modeImports({ ProductionVariants, AsyncInferenceConfig }: CreateEndpointConfigRequest): string {
  if (AsyncInferenceConfig) return "from sagemaker.async_inference import AsyncInferenceConfig\n";
  const isServerless = ProductionVariants.some((variant) => variant.ServerlessConfig);
  return isServerless ? "from sagemaker.serverless import ServerlessInferenceConfig\n" : "";
}

/** The arguments of `deploy()` that make an endpoint asynchronous or serverless; none for real time. */
export function modeArguments(config: CreateEndpointConfigRequest): Record<string, PythonValue | undefined> {
  const serverless = config.ProductionVariants[0]?.ServerlessConfig;
  const asynchronous = config.AsyncInferenceConfig;
  return {
    serverless_inference_config:
      serverless &&
      new PythonCall("ServerlessInferenceConfig", {
        memory_size_in_mb: serverless.MemorySizeInMB,
        max_concurrency: serverless.MaxConcurrency,
        provisioned_concurrency: serverless.ProvisionedConcurrency,
      }),
    async_inference_config:
      asynchronous &&
      new PythonCall("AsyncInferenceConfig", {
        output_path: asynchronous.OutputConfig.S3OutputPath,
        failure_path: asynchronous.OutputConfig.S3FailurePath,
        kms_key_id: asynchronous.OutputConfig.KmsKeyId,
        notification_config: asynchronous.OutputConfig.NotificationConfig && {
          ...(toPython({ ...asynchronous.OutputConfig.NotificationConfig }) as object),
        },
        max_concurrent_invocations_per_instance: asynchronous.ClientConfig?.MaxConcurrentInvocationsPerInstance,
      }),
  };
}

/** The calls that set an endpoint's scaling, with boto3: the SDK has none for it. */
export function scalingCode({ target, policy }: NonNullable<DeployRequests["scaling"]>, region?: string): string {
  const client = `boto3.client("application-autoscaling"${region ? `, region_name=${JSON.stringify(region)}` : ""})`;
  const call = (name: string, request: object) =>
    `scaling.${name}(\n${pythonArguments(toPython({ ...request }) as Record<string, PythonValue>)}\n)\n`;
  return `
${region ? "" : "import boto3\n\n"}scaling = ${client}
${call("register_scalable_target", target)}${call("put_scaling_policy", policy)}`;
}
