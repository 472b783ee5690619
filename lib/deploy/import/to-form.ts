import { BUNDLED_MODELS } from "@/catalog/bundled-models/data";
import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import { type DeployStart, defaultImage } from "@/lib/deploy/from-link";
import { hubTokenVariables } from "@/lib/deploy/hub-token";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { MASK } from "@/lib/secrets/mask";
import { digitsOf, listOf, numberOf, objectOf, textOf } from "./members";
import { modeValues } from "./mode-values";
import type { ImportedForm, ImportedParts, Json, JsonObject } from "./view";

/** What the console, like the Python SDK, sets itself. */
const SET_BY_US = new Set(["SAGEMAKER_PROGRAM", "SAGEMAKER_SUBMIT_DIRECTORY", "SAGEMAKER_REGION"]);

/** The deploy form that asks for what was read, with a word on everything that a person must look at. */
export function toForm(parts: ImportedParts, start: DeployStart): ImportedForm {
  const notes: string[] = [];
  const { model, config, endpoint } = parts;
  const containers = listOf(model?.Containers);
  const container = objectOf(model?.PrimaryContainer) ?? containers[0] ?? {};
  if (containers.length > 1) notes.push("The model has several containers; the form takes the first.");
  const variants = listOf(config?.ProductionVariants);
  const variant = variants[0] ?? {};
  if (variants.length > 1)
    notes.push(`It has ${variants.length} variants; the form takes the first. Add others by an update.`);
  const image = textOf(container.Image) || defaultImage("cpu", start.region);
  if (!textOf(container.Image)) notes.push("It names no container: the newest PyTorch image is set.");
  const named = model ? "" : textOf(variant.ModelName);
  if (named) notes.push(`It names the model ${named} only; choose what that model is made of.`);
  const { environment, ...source } = readContainer(container, image, start, notes);
  const vpc = objectOf(model?.VpcConfig);
  const capture = objectOf(config?.DataCaptureConfig);
  const tags = listOf(endpoint?.Tags ?? config?.Tags ?? model?.Tags);
  return {
    notes,
    model: named || null,
    values: {
      ...EMPTY_DEPLOY,
      ...source,
      environment,
      endpointName: textOf(endpoint?.EndpointName),
      image,
      instanceType: textOf(variant.InstanceType) || EMPTY_DEPLOY.instanceType,
      instanceCount: numberOf(variant.InitialInstanceCount) ?? 1,
      initialWeight: numberOf(variant.InitialVariantWeight) ?? 1,
      variantName: textOf(variant.VariantName) || EMPTY_DEPLOY.variantName,
      tags: tags.map(({ Key, Value }) => ({ key: textOf(Key), value: textOf(Value) })),
      executionRoleArn: textOf(model?.ExecutionRoleArn) || (start.executionRoleArn ?? ""),
      volumeSizeGb: digitsOf(variant.VolumeSizeInGB),
      startupTimeoutSeconds: digitsOf(variant.ContainerStartupHealthCheckTimeoutInSeconds),
      downloadTimeoutSeconds: digitsOf(variant.ModelDataDownloadTimeoutInSeconds),
      subnets: joined(vpc?.Subnets),
      securityGroups: joined(vpc?.SecurityGroupIds),
      networkIsolation: model?.EnableNetworkIsolation === true,
      dataCaptureUri: capture?.EnableCapture === false ? "" : textOf(capture?.DestinationS3Uri),
      dataCapturePercent: capture?.EnableCapture === false ? "" : digitsOf(capture?.InitialSamplingPercentage),
      kmsKeyId: textOf(config?.KmsKeyId),
      ...modeValues(parts, variant, notes),
    },
  };
}

type ContainerFields = Pick<
  DeployFormValues,
  "source" | "bundledModel" | "hubModelId" | "hubRevision" | "modelDataUrl" | "task" | "hubTokenFrom" | "environment"
>;

function readContainer(container: JsonObject, image: string, start: DeployStart, notes: string[]): ContainerFields {
  const left = new Map(
    Object.entries(objectOf(container.Environment) ?? {}).map(([name, value]) => [name, String(value ?? "")]),
  );
  const take = (name: string) => {
    const value = left.get(name) ?? "";
    left.delete(name);
    return value;
  };
  const archive =
    textOf(container.ModelDataUrl) || textOf(objectOf(objectOf(container.ModelDataSource)?.S3DataSource)?.S3Uri);
  const id = left.get("HF_MODEL_ID") ?? "";
  const from = sourceOf(archive, id, start, notes);
  if (from.source !== "s3" && from.source !== "none") take("HF_MODEL_ID");
  const hubRevision = from.source === "hub" ? take("HF_MODEL_REVISION") : "";
  const task = take("HF_TASK");
  if (take("SAGEMAKER_PROGRAM")) notes.push("Its archive holds inference code of its own, which is used as it is.");
  if (left.get("SAGEMAKER_CONTAINER_LOG_LEVEL") === "20") left.delete("SAGEMAKER_CONTAINER_LOG_LEVEL");
  for (const name of SET_BY_US) left.delete(name);
  const tokens = hubTokenVariables(image).filter((name) => left.has(name));
  for (const name of tokens) left.delete(name);
  const hidden = [...left].filter(([, value]) => value.includes(MASK)).map(([name]) => name);
  if (tokens.length > 0 && !start.hasHubToken) notes.push("Its Hub token is not in the text: type it again.");
  if (hidden.length > 0) notes.push(`The values of ${hidden.join(", ")} are not in the text: type them again.`);
  return {
    ...from,
    hubRevision,
    task,
    hubTokenFrom: tokens.length === 0 ? "none" : start.hasHubToken ? "workspace" : "typed",
    environment: [...left].map(([name, value]) => ({ name, value: value.includes(MASK) ? "" : value })),
  };
}

type SourceFields = Pick<DeployFormValues, "source" | "bundledModel" | "hubModelId" | "modelDataUrl">;

function sourceOf(archive: string, id: string, { isEmulator }: DeployStart, notes: string[]): SourceFields {
  const none = { bundledModel: "", hubModelId: "", modelDataUrl: "" };
  if (archive) return { ...none, source: "s3", modelDataUrl: archive };
  const bundled = id.startsWith("bundled/") ? id.slice("bundled/".length) : "";
  if (bundled && BUNDLED_MODELS.some((model) => model.id === bundled)) {
    if (!isEmulator) notes.push("Its model is one of the emulator's and does not exist in an account.");
    return { ...none, source: "bundled", bundledModel: bundled };
  }
  if (id && id !== MASK && !id.startsWith("/")) return { ...none, source: "hub", hubModelId: id };
  if (!id) notes.push("It does not say where the model comes from.");
  return { ...none, source: "hub" };
}

function joined(value: Json | undefined): string {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string").join(", ") : "";
}
