import { buildImageUri } from "./image-uri";
import type { Container } from "./schema";

export type Snippet = { id: "sdk" | "boto3" | "cli"; label: string; code: string };

/** Code that uses an image in a region; empty when the region does not have it. */
export function containerSnippets(container: Container, region: string): Snippet[] {
  const built = buildImageUri(container, region);
  if (!built.ok) return [];
  return [
    { id: "sdk", label: "SageMaker SDK", code: sdkCode(container, region, built.imageUri) },
    { id: "boto3", label: "boto3", code: boto3Code(container, region, built.imageUri) },
    { id: "cli", label: "AWS CLI", code: cliCode(container, region, built.imageUri) },
  ];
}

const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";

const EXAMPLE_INSTANCES = {
  cpu: "ml.m5.xlarge",
  gpu: "ml.g5.xlarge",
  inferentia: "ml.inf1.xlarge",
  inferentia2: "ml.inf2.xlarge",
  trainium: "ml.trn1.2xlarge",
} as const;

/** An instance type that people usually take for the image's device. */
export function exampleInstance(container: Container): string {
  return EXAMPLE_INSTANCES[container.device];
}

function sdkCode(container: Container, region: string, imageUri: string): string {
  if (!container.sdk?.canBuild) {
    return [
      "# The SDK's image_uris.retrieve() does not make this URI: pass it as text.",
      `image_uri = "${imageUri}"`,
    ].join("\n");
  }
  return [
    "from sagemaker import image_uris",
    "",
    "image_uri = image_uris.retrieve(",
    ...sdkArguments(container, region).map(([name, value]) => `    ${name}="${value}",`),
    ")",
    `# ${imageUri}`,
  ].join("\n");
}

/** The arguments with which retrieve() gives this very image: checked against the SDK for every family. */
function sdkArguments(container: Container, region: string): [string, string][] {
  const named = container.sdk?.framework ?? "";
  const base: [string, string][] = [
    ["framework", named],
    ["region", region],
    ["image_scope", container.use],
  ];
  if (named !== "huggingface") {
    base.push(["version", container.engineVersion ?? container.frameworkVersion]);
    if (container.family.endsWith("neuronx")) base.push(["inference_tool", "neuronx"]);
    // With an instance type the SDK refuses the vLLM image for Neuron, and TEI has a config per device.
    if (container.family === "llamacpp") base.push(["instance_type", exampleInstance(container)]);
    return base;
  }
  base.push(["version", container.transformersVersion ?? ""]);
  base.push(["base_framework_version", `${container.framework}${container.frameworkVersion}`]);
  if (container.pythonVersion) base.push(["py_version", `py${container.pythonVersion.replace(".", "")}`]);
  base.push(["instance_type", exampleInstance(container)]);
  if (container.family === "neuronx") base.push(["inference_tool", "neuronx"]);
  const missing = missingBuild(container);
  if (missing) base.push(["container_version", missing]);
  return base;
}

/** Two old training versions have no CUDA and system part in the SDK's configuration; the caller must name it. */
function missingBuild(container: Container): string | null {
  const isOld = container.transformersVersion === "4.4.2" || container.transformersVersion === "4.5.0";
  return isOld ? "cu110-ubuntu18.04" : null;
}

function boto3Code(container: Container, region: string, imageUri: string): string {
  const head = ["import boto3", "", `sagemaker = boto3.client("sagemaker", region_name="${region}")`];
  if (container.use === "inference") {
    return [
      ...head,
      "sagemaker.create_model(",
      '    ModelName="my-model",',
      `    ExecutionRoleArn="${ROLE}",`,
      "    PrimaryContainer={",
      `        "Image": "${imageUri}",`,
      ...environment(container).map(([name, value], i, all) =>
        i === 0
          ? `        "Environment": {"${name}": "${value}"${all.length > 1 ? "," : "},"}`
          : `                        "${name}": "${value}"},`,
      ),
      "    },",
      ")",
    ].join("\n");
  }
  return [
    ...head,
    "sagemaker.create_training_job(",
    '    TrainingJobName="my-training-job",',
    `    RoleArn="${ROLE}",`,
    "    AlgorithmSpecification={",
    `        "TrainingImage": "${imageUri}",`,
    '        "TrainingInputMode": "File",',
    "    },",
    '    OutputDataConfig={"S3OutputPath": "s3://my-bucket/output/"},',
    `    ResourceConfig={"InstanceType": "${exampleInstance(container)}", "InstanceCount": 1, "VolumeSizeInGB": 30},`,
    '    StoppingCondition={"MaxRuntimeInSeconds": 86400},',
    ")",
  ].join("\n");
}

function cliCode(container: Container, region: string, imageUri: string): string {
  if (container.use === "inference") {
    const variables = environment(container).map(([name, value]) => `${name}=${value}`);
    return [
      `aws sagemaker create-model --region ${region} \\`,
      "  --model-name my-model \\",
      `  --execution-role-arn ${ROLE} \\`,
      `  --primary-container 'Image=${imageUri},Environment={${variables.join(",")}}'`,
    ].join("\n");
  }
  return [
    `aws sagemaker create-training-job --region ${region} \\`,
    "  --training-job-name my-training-job \\",
    `  --role-arn ${ROLE} \\`,
    `  --algorithm-specification TrainingImage=${imageUri},TrainingInputMode=File \\`,
    "  --output-data-config S3OutputPath=s3://my-bucket/output/ \\",
    `  --resource-config InstanceType=${exampleInstance(container)},InstanceCount=1,VolumeSizeInGB=30 \\`,
    "  --stopping-condition MaxRuntimeInSeconds=86400",
  ].join("\n");
}

/** The least environment with which the image serves something. */
function environment(container: Container): [string, string][] {
  switch (container.family) {
    case "huggingface":
    case "neuron":
    case "neuronx":
      return [
        ["HF_MODEL_ID", "distilbert/distilbert-base-uncased-finetuned-sst-2-english"],
        ["HF_TASK", "text-classification"],
      ];
    case "tei":
      return [["HF_MODEL_ID", "BAAI/bge-small-en-v1.5"]];
    default:
      return [["HF_MODEL_ID", "Qwen/Qwen2.5-0.5B-Instruct"]];
  }
}
