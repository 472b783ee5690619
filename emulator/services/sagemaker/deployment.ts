import type { Clock } from "../../clock.ts";
import type { RecordStore } from "../../store/record-store.ts";
import { modelDataUrl } from "./container-definition.ts";
import type { Deployment } from "./endpoint.ts";
import type { EndpointConfig } from "./endpoint-config.ts";
import { containersOf, type Model } from "./models.ts";
import { existingResource } from "./resources.ts";
import type { Variant, VariantDefinition } from "./variant.ts";

/** Reads a configuration and its models into what an endpoint runs; throws AWS's "Could not find" for either. */
export function readDeployment(records: RecordStore, clock: Clock, region: string, configName: string): Deployment {
  const config = existingResource<EndpointConfig>(records, region, "endpoint-config", configName);
  const {
    ProductionVariants,
    ShadowProductionVariants = [],
    AsyncInferenceConfig,
    DataCaptureConfig,
  } = config.definition;
  return {
    configName: config.name,
    variants: ProductionVariants.map((definition) => readVariant(records, clock, region, definition)),
    shadows: ShadowProductionVariants.map((definition) => readVariant(records, clock, region, definition)),
    asyncInference: AsyncInferenceConfig ?? null,
    dataCapture: DataCaptureConfig ?? null,
  };
}

function readVariant(records: RecordStore, clock: Clock, region: string, definition: VariantDefinition): Variant {
  if (!definition.ModelName) {
    const managedScaling = definition.ManagedInstanceScaling ?? null;
    return { ...readInstances(definition), ...NO_CONTAINER, resolvedAt: clock.now(), hosting: { managedScaling } };
  }
  const model = existingResource<Model>(records, region, "model", definition.ModelName);
  // Of an inference pipeline the emulator runs the first container only.
  const [container] = containersOf(model.definition);
  return {
    ...readInstances(definition),
    image: container?.Image ?? "",
    modelDataUrl: container ? modelDataUrl(container) : null,
    environment: container?.Environment ?? {},
    resolvedAt: clock.now(),
  };
}

const NO_CONTAINER = { image: "", modelDataUrl: null, environment: {} };

function readInstances(definition: VariantDefinition) {
  return {
    name: definition.VariantName,
    instanceType: definition.InstanceType ?? null,
    instanceCount: definition.InitialInstanceCount ?? 0,
    weight: definition.InitialVariantWeight ?? 1,
    serverless: definition.ServerlessConfig ?? null,
    routing: definition.RoutingConfig ?? null,
    inferenceAmiVersion: definition.InferenceAmiVersion ?? null,
  };
}
