import { nameFromBase } from "@/lib/deploy/names";
import type { Tag } from "@/lib/deploy/view";

import { offeredAlarms } from "./alarms";
import type { RunView } from "./run-view";
import type { UpdateInput, VariantWish } from "./schema";
import { deploymentConfig } from "./strategy";
import { needsModel } from "./to-run";
import type {
  ConfigRequest,
  ContainerRequest,
  ModelRequest,
  UpdateEndpointRequest,
  UpdateRequests,
  VariantRequest,
} from "./view";

/** What runs, as it was made: the pattern for what is made anew. */
export type UpdateBase = {
  run: RunView;
  config: ConfigRequest;
  /** By name; a model that is gone is missing. */
  models: ReadonlyMap<string, ModelRequest>;
  tags: Tag[];
};

/** The calls that carry out an update. Only what the form changes is made anew; the rest is taken over as it is. */
export function buildUpdate(input: UpdateInput, base: UpdateBase): UpdateRequests {
  const stampedAt = new Date(input.stampedAt);
  const made = input.variants.map((wish) => ({ wish, model: modelFor(input, wish, base, stampedAt) }));
  const production = input.variants.filter(({ isShadow }) => !isShadow).map(({ name }) => name);
  const alarms = offeredAlarms(input.endpointName, production, input);
  const endpointConfig = configFor(input, base, nameFromBase(input.endpointName, stampedAt), made);
  return {
    models: made.flatMap(({ model }) => model ?? []),
    alarms,
    endpointConfig,
    update: updateRequest(
      input,
      endpointConfig.EndpointConfigName,
      alarms.map(({ AlarmName }) => AlarmName),
    ),
  };
}

function updateRequest(input: UpdateInput, configName: string, made: string[]): UpdateEndpointRequest {
  const deployment = deploymentConfig(input, [...new Set([...input.alarms, ...made])]);
  return {
    EndpointName: input.endpointName,
    EndpointConfigName: configName,
    ...(deployment && { DeploymentConfig: deployment }),
    ...(input.retain && { RetainAllVariantProperties: true }),
    ...(input.retain &&
      input.notRetained.length > 0 && {
        ExcludeRetainedVariantProperties: input.notRetained.map((VariantPropertyType) => ({ VariantPropertyType })),
      }),
  };
}

function modelFor(input: UpdateInput, wish: VariantWish, base: UpdateBase, stampedAt: Date): ModelRequest | null {
  if (!needsModel(wish, base.run)) return null;
  const pattern = base.models.get(modelNameOf(wish, base) ?? "");
  if (!pattern) return null;
  const name = input.variants.length > 1 ? `${input.endpointName}-${wish.name}` : input.endpointName;
  const before = base.run.variants.find((variant) => variant.name === wish.basedOn);
  const isSameSource = before?.source === wish.source && before.revision === wish.revision;
  const change = (container: ContainerRequest) => changedContainer(container, wish, isSameSource);
  const [first, ...others] = pattern.Containers ?? [];
  return {
    ...pattern,
    ModelName: nameFromBase(name, stampedAt),
    ...(pattern.PrimaryContainer && { PrimaryContainer: change(pattern.PrimaryContainer) }),
    ...(first && !pattern.PrimaryContainer && { Containers: [change(first), ...others] }),
    ...(base.tags.length > 0 && { Tags: base.tags }),
  };
}

/** The name of the model that a wish's base variant uses. */
export function modelNameOf(wish: VariantWish, { run }: Pick<UpdateBase, "run">): string | null {
  return run.variants.find(({ name }) => name === wish.basedOn)?.modelName ?? null;
}

function changedContainer(container: ContainerRequest, wish: VariantWish, isSameSource: boolean): ContainerRequest {
  const before = container.Environment ?? {};
  const kept = Object.entries(before).filter(([name]) => wish.keptSecrets.includes(name));
  const sources = Object.entries(before).filter(([name]) => name === "HF_MODEL_ID" || name === "HF_MODEL_REVISION");
  const { ModelDataUrl, ModelDataSource, ...rest } = container;
  const isArchive = wish.source.startsWith("s3://");
  return {
    ...(isSameSource ? container : rest),
    ...(!isSameSource && isArchive && { ModelDataUrl: wish.source }),
    Image: wish.image,
    Environment: {
      ...Object.fromEntries(isSameSource ? sources : []),
      ...(!isSameSource && !isArchive && wish.source && { HF_MODEL_ID: wish.source }),
      ...(!isSameSource && !isArchive && wish.revision && { HF_MODEL_REVISION: wish.revision }),
      ...Object.fromEntries(kept),
      ...Object.fromEntries(wish.environment.map(({ name, value }) => [name, value])),
    },
  };
}

type Made = { wish: VariantWish; model: ModelRequest | null };

function configFor(input: UpdateInput, base: UpdateBase, name: string, made: Made[]): ConfigRequest {
  const patterns = [...base.config.ProductionVariants, ...(base.config.ShadowProductionVariants ?? [])];
  const variants = (isShadow: boolean) =>
    made.filter(({ wish }) => wish.isShadow === isShadow).map((each) => variantFor(each, base, patterns));
  const { ShadowProductionVariants: _, DataCaptureConfig: capture, ...rest } = base.config;
  const shadows = variants(true);
  return {
    ...rest,
    EndpointConfigName: name,
    ProductionVariants: variants(false),
    ...(shadows.length > 0 && { ShadowProductionVariants: shadows }),
    ...(input.dataCaptureUri && { DataCaptureConfig: captureConfig(input, capture) }),
    ...(base.tags.length > 0 && { Tags: base.tags }),
  };
}

function captureConfig(input: UpdateInput, before: object | undefined): object {
  return {
    CaptureOptions: [{ CaptureMode: "Input" }, { CaptureMode: "Output" }],
    ...before,
    EnableCapture: true,
    InitialSamplingPercentage: Number(input.dataCapturePercent || 100),
    DestinationS3Uri: input.dataCaptureUri,
  };
}

function variantFor({ wish, model }: Made, base: UpdateBase, patterns: VariantRequest[]): VariantRequest {
  const pattern = patterns.find(({ VariantName }) => VariantName === wish.basedOn) ?? { VariantName: wish.name };
  const { InstanceType, InitialInstanceCount, ServerlessConfig, ...rest } = pattern;
  return {
    ...rest,
    VariantName: wish.name,
    ModelName: model?.ModelName ?? modelNameOf(wish, base) ?? pattern.ModelName,
    InitialVariantWeight: wish.weight,
    ...(wish.instanceType === null
      ? {
          ServerlessConfig: {
            ...ServerlessConfig,
            MemorySizeInMB: wish.serverlessMemoryMiB,
            MaxConcurrency: wish.serverlessMaxConcurrency,
          },
        }
      : { InstanceType: wish.instanceType, InitialInstanceCount: wish.instanceCount }),
  };
}
