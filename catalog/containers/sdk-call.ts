import { exampleInstance } from "./example-instance";
import type { Container } from "./schema";

/** A call of the SageMaker Python SDK that gives an image's URI. */
export type SdkCall = { name: "retrieve" | "get_training_image_uri"; arguments: Record<string, string> };

/** The call for an image in a region, with the arguments that were seen to work; null: none is known to give it. */
export function sdkCall(container: Container, region: string): SdkCall | null {
  if (!container.sdk?.canBuild) return null;
  // It needs a compiler object as well, which is no text.
  if (container.family === "training-compiler") return null;
  return container.use === "training"
    ? trainingCall(container, region)
    : inferenceCall(container, region, container.sdk.framework);
}

/** The SDK call as Python, or the URI as text where there is no call. */
export function sdkCode(container: Container, region: string, imageUri: string): string {
  const call = sdkCall(container, region);
  if (!call) {
    return ["# No call of the SDK is known to give this URI: pass it as text.", `image_uri = "${imageUri}"`].join("\n");
  }
  return [
    "# SageMaker Python SDK 3; in version 2: from sagemaker import image_uris",
    "from sagemaker.core import image_uris",
    "",
    `image_uri = image_uris.${call.name}(`,
    ...Object.entries(call.arguments).map(([name, value]) => `    ${name}="${value}",`),
    ")",
    `# ${imageUri}`,
  ].join("\n");
}

/** retrieve() leaves the CUDA part out of the oldest training tags; this function does not. */
function trainingCall(container: Container, region: string): SdkCall {
  return {
    name: "get_training_image_uri",
    arguments: {
      region,
      framework: "huggingface",
      framework_version: container.transformersVersion ?? "",
      py_version: `py${container.pythonVersion?.replace(".", "")}`,
      instance_type: exampleInstance(container),
      [`${container.framework}_version`]: container.frameworkVersion,
    },
  };
}

function inferenceCall(container: Container, region: string, framework: string): SdkCall {
  const base = { framework, region, image_scope: "inference" };
  const instance = { instance_type: exampleInstance(container) };
  const neuron = { inference_tool: "neuronx" };
  if (framework === "huggingface") {
    const versions = {
      version: container.transformersVersion ?? "",
      base_framework_version: `${container.framework}${container.frameworkVersion}`,
    };
    return retrieve({ ...base, ...versions, ...instance, ...(container.family === "neuronx" ? neuron : {}) });
  }
  const version = { version: container.engineVersion ?? container.frameworkVersion };
  // With an instance type the SDK refuses the vLLM image for Neuron, which it builds without.
  if (container.family === "vllm-neuronx") return retrieve({ ...base, ...version });
  return retrieve({ ...base, ...version, ...instance, ...(container.family === "tgi-neuronx" ? neuron : {}) });
}

function retrieve(callArguments: Record<string, string>): SdkCall {
  return { name: "retrieve", arguments: callArguments };
}
