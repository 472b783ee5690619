import type { ConfiguredVariant, EndpointConfigView } from "@/lib/endpoints/config-view";
import type { ModelView } from "@/lib/endpoints/model-view";
import type { EndpointView } from "@/lib/endpoints/view";
import type { ComponentView } from "@/lib/inference-components/view";
import { maskEnvironment } from "@/lib/secrets/mask";

import type {
  CreateEndpointConfigRequest,
  CreateEndpointRequest,
  CreateModelRequest,
  HostingConfigRequest,
  HostingVariant,
  ProductionVariant,
} from "./view";

/** AWS's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** True when an existing model is the one that this request made, and not another's of the same name. */
export function isOurModel(request: CreateModelRequest, model: ModelView, startedAt: Date): boolean {
  const { Image, Environment, ModelDataUrl } = request.PrimaryContainer;
  const asMade = { image: Image, modelDataUrl: ModelDataUrl ?? null, environment: maskEnvironment(Environment) };
  return (
    model.executionRoleArn === request.ExecutionRoleArn &&
    same(model.containers, [asMade]) &&
    isSince(model.createdAt, startedAt)
  );
}

/** The same for an endpoint configuration. */
export function isOurConfig(
  request: CreateEndpointConfigRequest | HostingConfigRequest,
  config: EndpointConfigView,
  startedAt: Date,
): boolean {
  const asMade = request.ProductionVariants.map((variant) =>
    "ModelName" in variant ? withModel(variant) : withoutModel(variant),
  );
  // What hosts components asks for no weight: AWS may say 1 of it.
  const found = config.variants.map((variant) => (variant.hosting ? { ...variant, initialWeight: null } : variant));
  return same(found, asMade) && isSince(config.createdAt, startedAt);
}

function withModel(variant: ProductionVariant): ConfiguredVariant {
  const serverless = variant.ServerlessConfig;
  return {
    name: variant.VariantName,
    modelName: variant.ModelName,
    instanceType: variant.InstanceType ?? null,
    initialInstances: variant.InitialInstanceCount ?? null,
    initialWeight: variant.InitialVariantWeight,
    inferenceAmiVersion: variant.InferenceAmiVersion ?? null,
    serverless: serverless ? { memoryMiB: serverless.MemorySizeInMB, maxConcurrency: serverless.MaxConcurrency } : null,
  };
}

function withoutModel(variant: HostingVariant): ConfiguredVariant {
  const managed = variant.ManagedInstanceScaling;
  return {
    name: variant.VariantName,
    modelName: null,
    instanceType: variant.InstanceType,
    initialInstances: variant.InitialInstanceCount,
    initialWeight: null,
    inferenceAmiVersion: null,
    serverless: null,
    hosting: {
      managed: managed ? { min: managed.MinInstanceCount, max: managed.MaxInstanceCount } : null,
      routing: variant.RoutingConfig.RoutingStrategy,
    },
  };
}

/** The same for an endpoint. Its configuration's name carries this deploy's time stamp, so no other deploy uses it. */
export function isOurEndpoint(
  request: Pick<CreateEndpointRequest, "EndpointConfigName">,
  endpoint: EndpointView,
  startedAt: Date,
): boolean {
  return endpoint.configName === request.EndpointConfigName && isSince(endpoint.createdAt, startedAt);
}

/** The same for an inference component that was made on that endpoint. */
export function isOurComponent(endpoint: string, component: ComponentView, startedAt: Date): boolean {
  return component.endpoint === endpoint && isSince(component.createdAt, startedAt);
}

function isSince(createdAt: string | null, startedAt: Date): boolean {
  return createdAt !== null && Date.parse(createdAt) >= startedAt.getTime() - CLOCK_SKEW_MS;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
