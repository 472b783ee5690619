import type { ConfiguredVariant, EndpointConfigView } from "@/lib/endpoints/config-view";
import { type ModelView, modelSourceLabel, modelSourceOf } from "@/lib/endpoints/model-view";
import type { EnvironmentEntry } from "@/lib/secrets/mask";

/** One variant of what an endpoint runs, ran or is to run; secrets are masked. Null: AWS does not say, or it does not apply. */
export type RunVariant = {
  name: string;
  isShadow: boolean;
  modelName: string | null;
  /** A Hub id, `bundled/…` or the archive's S3 address; empty: inside the image. */
  source: string;
  revision: string;
  image: string | null;
  environment: EnvironmentEntry[];
  instanceType: string | null;
  instanceCount: number | null;
  weight: number | null;
  serverless: { memoryMiB: number; maxConcurrency: number } | null;
};

/** What an endpoint configuration stands for, with its models read in. */
export type RunView = {
  configName: string;
  createdAt: string | null;
  variants: RunVariant[];
  dataCapture: { uri: string; percent: number } | null;
};

/** Variables that the form asks for by name, and that stand for the model in a difference. */
export const SOURCE_VARIABLES = ["HF_MODEL_ID", "HF_MODEL_REVISION"] as const;

/** A configuration with those of its models that still exist. */
export function toRunView(config: EndpointConfigView, models: ReadonlyMap<string, ModelView>): RunView {
  const variant = (isShadow: boolean) => (configured: ConfiguredVariant) => toRunVariant(configured, isShadow, models);
  return {
    configName: config.name,
    createdAt: config.createdAt,
    variants: [...config.variants.map(variant(false)), ...config.shadows.map(variant(true))],
    dataCapture: config.dataCapture,
  };
}

/** A model's source in the words that the update form takes. */
export function sourceOf(container: ModelView["containers"][number] | null): { source: string; revision: string } {
  const source = container ? modelSourceOf(container) : null;
  if (!source || source.kind === "image") return { source: "", revision: "" };
  if (source.kind === "hub") return { source: source.id, revision: source.revision ?? "" };
  return { source: source.kind === "archive" ? source.url : `bundled/${modelSourceLabel(source)}`, revision: "" };
}

function toRunVariant(
  configured: ConfiguredVariant,
  isShadow: boolean,
  models: ReadonlyMap<string, ModelView>,
): RunVariant {
  const container = (configured.modelName && models.get(configured.modelName)?.containers[0]) || null;
  return {
    name: configured.name,
    isShadow,
    modelName: configured.modelName,
    ...sourceOf(container),
    image: container?.image ?? null,
    environment: container?.environment ?? [],
    instanceType: configured.instanceType,
    instanceCount: configured.initialInstances,
    weight: configured.initialWeight,
    serverless: configured.serverless,
  };
}
