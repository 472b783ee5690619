import type { PriceTable } from "@/lib/costs/price-table";
import type { ConfiguredVariant, EndpointConfigView } from "./config-view";
import { hourlyCost } from "./cost";
import type { EndpointDetail, EndpointRow, ShadowFleet, VariantDetail } from "./detail-view";
import { type ModelView, modelSourceLabel, modelSourceOf, taskOf } from "./model-view";
import type { EndpointView, RunningVariant } from "./view";

/** Puts together what three AWS calls tell about an endpoint; parts that are gone are said to be. */
export function assembleEndpoint(
  { variants: described, ...endpoint }: EndpointView,
  config: EndpointConfigView | null,
  models: ReadonlyMap<string, ModelView>,
  prices: PriceTable,
): EndpointDetail {
  const planned = config?.variants ?? [];
  const running = endpoint.status === "Creating" ? described.map(withoutZeros) : described;
  const names = [...new Set([...running, ...planned].map((variant) => variant.name))];
  const weights = names.map((name) => weightOf(find(running, name), find(planned, name)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const isRunning = endpoint.status !== "Failed" && endpoint.status !== "OutOfService";
  const isAsync = config?.mode === "async";
  const variants = names.map((name, index) =>
    toVariant(name, find(running, name), find(planned, name), models, {
      prices,
      isRunning,
      isAsync,
      trafficShare: total > 0 ? (weights[index] ?? 0) / total : 0,
    }),
  );
  const main = variants.toSorted((a, b) => b.trafficShare - a.trafficShare)[0];
  const shadowFleets = endpoint.shadows.map((shadow) =>
    toShadowFleet(shadow, find(config?.shadows ?? [], shadow.name)),
  );
  return {
    ...endpoint,
    mode: config?.mode ?? "real-time",
    task: main?.task ?? null,
    isConfigMissing: config === null,
    metricFrequencySeconds: config?.metricFrequencySeconds ?? 60,
    variants,
    oldFleet: described,
    shadowFleets,
    cost: isRunning
      ? hourlyCost([...variants.map(toFleet), ...shadowFleets], prices, isAsync)
      : { usdPerHour: null, priceDate: null },
  };
}

/** The part of a detail that a table row shows. */
export function toEndpointRow(detail: EndpointDetail): EndpointRow {
  const main = detail.variants.toSorted((a, b) => b.trafficShare - a.trafficShare)[0];
  return {
    name: detail.name,
    status: detail.status,
    task: detail.task,
    model: main?.source ? modelSourceLabel(main.source) : (main?.modelName ?? null),
    mode: detail.mode,
    fleets: detail.variants.map(fleetLabel),
    cost: detail.cost,
  };
}

function fleetLabel(variant: VariantDetail): string {
  if (variant.serverless) return `serverless, ${variant.serverless.memoryMiB / 1024} GB`;
  return `${variant.currentInstances ?? variant.desiredInstances ?? "?"} × ${variant.instanceType ?? "unknown type"}`;
}

function find<T extends { name: string }>(variants: T[], name: string): T | undefined {
  return variants.find((variant) => variant.name === name);
}

/** Until an endpoint is in service SageMaker counts none of what it starts; what was asked for says more. */
function withoutZeros(variant: RunningVariant): RunningVariant {
  return {
    ...variant,
    currentInstances: variant.currentInstances || null,
    currentWeight: variant.currentWeight || null,
  };
}

function weightOf(running: RunningVariant | undefined, planned: ConfiguredVariant | undefined): number {
  return running?.currentWeight ?? running?.desiredWeight ?? planned?.initialWeight ?? 1;
}

function toFleet(variant: VariantDetail) {
  return { instanceType: variant.instanceType, instances: variant.currentInstances ?? variant.desiredInstances };
}

function toShadowFleet(shadow: RunningVariant, planned: ConfiguredVariant | undefined): ShadowFleet {
  return {
    name: shadow.name,
    instanceType: planned?.instanceType ?? null,
    instances: shadow.currentInstances ?? shadow.desiredInstances ?? planned?.initialInstances ?? null,
  };
}

function toVariant(
  name: string,
  running: RunningVariant | undefined,
  planned: ConfiguredVariant | undefined,
  models: ReadonlyMap<string, ModelView>,
  wish: { prices: PriceTable; isRunning: boolean; isAsync: boolean; trafficShare: number },
): VariantDetail {
  const { prices, isRunning, isAsync, trafficShare } = wish;
  const modelName = planned?.modelName ?? null;
  const model = modelName ? models.get(modelName) : undefined;
  const container = model?.containers[0] ?? null;
  const instances = {
    currentInstances: running?.currentInstances ?? null,
    desiredInstances: running?.desiredInstances ?? planned?.initialInstances ?? null,
  };
  const instanceType = planned?.instanceType ?? null;
  return {
    name,
    modelName,
    isModelMissing: modelName !== null && model === undefined,
    executionRoleArn: model?.executionRoleArn ?? null,
    container,
    source: container ? modelSourceOf(container) : null,
    task: container ? taskOf(container) : null,
    instanceType,
    inferenceAmiVersion: planned?.inferenceAmiVersion ?? null,
    ...instances,
    trafficShare,
    serverless: planned?.serverless ?? null,
    ...(planned?.hosting && { hosting: planned.hosting }),
    stages: running?.stages ?? [],
    cost: isRunning
      ? hourlyCost(
          [{ instanceType, instances: instances.currentInstances ?? instances.desiredInstances }],
          prices,
          isAsync,
        )
      : { usdPerHour: null, priceDate: null },
  };
}
