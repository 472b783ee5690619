import { exampleInstance } from "./example-instance";
import { buildImageUri } from "./image-uri";
import type { Container } from "./schema";
import { sdkCode } from "./sdk-call";

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
      '        "Environment": {',
      ...environment(container).map(([name, value]) => `            "${name}": "${value}",`),
      "        },",
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
