import { parseImageUri } from "@/catalog/containers/image-uri";
import { makingCalls } from "@/lib/recipes/calls";
import type { CreateTrainingJobRequest } from "@/lib/training/view";

import { secretImports } from "./python-requests";
import {
  type EstimatorAsk,
  estimatorClass,
  estimatorCode,
  estimatorImports,
  SDK_V2,
  versionArguments,
} from "./python-sdk-estimator";
import type { ProgramExport } from "./view";

/** A training job with the SageMaker Python SDK v2, of the image and the name that its request has. */
export function pythonSdkTraining(wanted: ProgramExport): string {
  const { requests, region, bucket } = wanted;
  const { training } = requests;
  if (!training) return "";
  const needsOs = secretImports(makingCalls(requests)).includes("import os");
  const imports = [
    ...(needsOs ? ["import os", ""] : []),
    "import boto3",
    "import sagemaker",
    ...estimatorImports(training),
  ];
  const places = [
    `session = sagemaker.Session(boto3.Session(region_name="${region}"), default_bucket=${JSON.stringify(bucket)})`,
    `role = ${JSON.stringify(training.RoleArn)}`,
  ];
  const parts = [imports.join("\n"), places.join("\n"), estimatorCode(wanted, askOf(training))];
  return `# pip install "sagemaker==${SDK_V2}"\n${parts.join("\n\n")}\n`;
}

/** `HuggingFace` asks for a Python version even where the image is named. */
function askOf(request: CreateTrainingJobRequest): EstimatorAsk {
  const image_uri = request.AlgorithmSpecification.TrainingImage;
  const parsed = parseImageUri(image_uri);
  const { framework, frameworkVersion, transformersVersion, pythonVersion } = parsed.ok ? parsed.container : {};
  const isKnown = framework && frameworkVersion && transformersVersion && pythonVersion;
  const versions = isKnown
    ? versionArguments({ framework, frameworkVersion, transformersVersion, pythonVersion })
    : { py_version: "py3" };
  return {
    image: estimatorClass(request) === "HuggingFace" ? { image_uri, ...versions } : { image_uri },
    name: {},
    fit: { job_name: request.TrainingJobName },
  };
}
