import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DescribeEndpointCommand,
  type DescribeEndpointCommandOutput,
  type ProductionVariant,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { hostAmiOf } from "@/catalog/containers/host-ami.ts";
import { buildImageUri, parseImageUri } from "@/catalog/containers/image-uri.ts";
import { containerByName } from "@/catalog/containers/select.ts";
import type { TestEmulator } from "./start-test-emulator.ts";

export type TestVariant = {
  name?: string;
  /** `repository:tag`; the inference toolkit's by default. */
  image?: string;
  environment?: Record<string, string>;
  modelDataUrl?: string;
  weight?: number;
  instanceCount?: number;
};

const REGISTRY = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
const TOOLKIT = "huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";

/** Deploys variants as clients do, and waits until the endpoint is InService or Failed. */
export async function deployModel(
  emulator: TestEmulator,
  name: string,
  variants: TestVariant[],
): Promise<DescribeEndpointCommandOutput> {
  const sagemaker = new SageMakerClient(emulator.sdk);
  const names = variants.map((variant, index) => ({ ...variant, modelName: `${name}-${index}` }));
  for (const { modelName, environment, modelDataUrl, image = TOOLKIT } of names) {
    const PrimaryContainer = { Image: uriOf(image), Environment: environment, ModelDataUrl: modelDataUrl };
    await sagemaker.send(new CreateModelCommand({ ModelName: modelName, ExecutionRoleArn: ROLE, PrimaryContainer }));
  }
  const ProductionVariants = names.map((variant) => ({
    VariantName: variant.name ?? "AllTraffic",
    ModelName: variant.modelName,
    ...hostOf(variant.image ?? TOOLKIT),
    InitialInstanceCount: variant.instanceCount ?? 1,
    InitialVariantWeight: variant.weight ?? 1,
  }));
  await sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants }));
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  while (true) {
    const endpoint = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
    if (endpoint.EndpointStatus !== "Creating") return endpoint;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Where AWS holds an image: not all are in the same account. A tag that it does not have is looked for in the usual one. */
function uriOf(image: string): string {
  const [repository = "", tag = ""] = image.split(":");
  const container = containerByName(repository, tag);
  const built = container && buildImageUri(container, "us-east-1");
  return built?.ok ? built.imageUri : `${REGISTRY}/${image}`;
}

/** Instances that an image goes with, on the host image that it needs. */
function hostOf(image: string): Pick<ProductionVariant, "InstanceType" | "InferenceAmiVersion"> {
  const parsed = parseImageUri(uriOf(image));
  if (!parsed.ok || parsed.container.device !== "gpu") return { InstanceType: "ml.m5.xlarge" };
  const ami = hostAmiOf(parsed.container)?.inferenceAmiVersion as ProductionVariant["InferenceAmiVersion"];
  return { InstanceType: "ml.g5.xlarge", ...(ami && { InferenceAmiVersion: ami }) };
}
