import { MASK } from "@/lib/secrets/mask";

import { objectOf, textOf } from "./members";
import type { PythonCall } from "./python-code";
import { defined, plain, type SdkWish } from "./read-sdk";
import { withCall } from "./sort-parts";
import type { ImportedParts, Json, JsonObject } from "./view";

const RESOURCES: Record<string, string> = {
  Model: "CreateModel",
  EndpointConfig: "CreateEndpointConfig",
  Endpoint: "CreateEndpoint",
};

/** Adds what a call such as `Model.create(…)` makes: the SDK's resources take AWS's requests with names of Python. */
export function resourceParts(parts: ImportedParts, { of, name, values }: PythonCall): ImportedParts {
  const operation = name === "create" ? RESOURCES[of.split(".").at(-1) ?? ""] : undefined;
  return operation ? withCall(parts, operation, awsNames(values)) : parts;
}

/** Names that the general rule gets wrong. */
const NAMES: Record<string, string> = {
  volume_size_in_gb: "VolumeSizeInGB",
  memory_size_in_mb: "MemorySizeInMB",
  enable_ssm_access: "EnableSSMAccess",
};

function awsNames(values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      NAMES[name] ?? name.replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase()),
      // Its names are the container's own.
      name === "environment" ? value : awsValue(value),
    ]),
  );
}

function awsValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(awsValue);
  return typeof value === "object" && value !== null ? awsNames(value) : value;
}

/** A model of the SDK's ModelBuilder, which is built and then deployed; null: the program has none. */
export function modelByBuilder(calls: readonly PythonCall[]): SdkWish | null {
  const builder = calls.find(({ name }) => name === "ModelBuilder")?.values;
  if (!builder) return null;
  const build = calls.find(({ name }) => name === "build")?.values ?? {};
  const deploy = calls.find(({ name }) => name === "deploy")?.values ?? {};
  const compute = objectOf(builder.compute);
  const network = objectOf(builder.network);
  const { modelId, archive } = sourceOf(builder);
  const task = plain(objectOf(builder.model_metadata)?.HF_TASK);
  const env = objectOf(builder.env_vars) ?? {};
  return {
    isImageBuilt: true,
    notes: notesOf(builder, modelId),
    model: defined({
      name: build.model_name,
      role: builder.role_arn,
      image_uri: builder.image_uri,
      model_data: archive,
      env: { ...defined({ HF_MODEL_ID: modelId, HF_TASK: task }), ...env },
      vpc_config: network && (network.vpc_config ?? vpcOf(network)),
      enable_network_isolation: network?.enable_network_isolation,
    }),
    deploy: defined({
      ...deploy,
      instance_type: plain(deploy.instance_type) ?? plain(builder.instance_type) ?? compute?.instance_type,
      initial_instance_count: deploy.initial_instance_count ?? compute?.instance_count,
    }),
  };
}

/** Where the model comes from: an archive in S3 wherever the program names one, otherwise an id. */
function sourceOf({ model, model_path, s3_model_data_url: url }: JsonObject): { modelId?: string; archive?: string } {
  const source = objectOf(objectOf(url)?.S3DataSource);
  const archive = [textOf(url), textOf(source?.S3Uri), textOf(model), textOf(model_path)].find((text) =>
    text.startsWith("s3://"),
  );
  if (archive) return { archive };
  const id = textOf(model);
  return id && id !== MASK ? { modelId: id } : {};
}

function vpcOf({ subnets, security_group_ids }: JsonObject): JsonObject | undefined {
  if (!subnets && !security_group_ids) return undefined;
  return defined({ Subnets: subnets, SecurityGroupIds: security_group_ids });
}

function notesOf(builder: JsonObject, modelId: string | undefined): string[] {
  return [
    ...(modelId && !modelId.includes("/")
      ? [`${modelId} is taken for a model of the Hub. If it is one of JumpStart's, say where that comes from.`]
      : []),
    ...(builder.inference_spec || builder.source_code
      ? ["Its own inference code is not in the text: add it under the model."]
      : []),
  ];
}
