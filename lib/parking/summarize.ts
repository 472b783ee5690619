import type { AwsCall } from "@/lib/specification/view";

import type { ParkedSummary, ParkedVariant } from "./view";

type Variant = {
  VariantName?: string;
  ModelName?: string;
  InstanceType?: string;
  InitialInstanceCount?: number;
  ServerlessConfig?: { MemorySizeInMB?: number };
};
type Container = { Image?: string; ModelDataUrl?: string; Environment?: Record<string, string> };

/** What a specification holds, in names and numbers; the environment is looked at for the model's id alone. */
export function summarize(calls: readonly AwsCall[], usdPerHour: number | null): ParkedSummary {
  const of = (operation: string) => calls.filter((call) => call.operation === operation).map(({ input }) => input);
  const [config = {}] = of("CreateEndpointConfig");
  const [endpoint = {}] = of("CreateEndpoint");
  const models = of("CreateModel");
  const variant =
    (isShadow: boolean) =>
    (each: Variant): ParkedVariant => ({
      name: each.VariantName ?? "",
      model: sourceOf(models.find(({ ModelName }) => ModelName === each.ModelName)) ?? each.ModelName ?? "",
      fleet: fleetOf(each),
      isShadow,
    });
  return {
    variants: [
      ...((config.ProductionVariants ?? []) as Variant[]).map(variant(false)),
      ...((config.ShadowProductionVariants ?? []) as Variant[]).map(variant(true)),
    ],
    config: String(config.EndpointConfigName ?? ""),
    models: models.map(({ ModelName }) => String(ModelName)),
    alarms: of("PutMetricAlarm").map(({ AlarmName }) => String(AlarmName)),
    tags: ((endpoint.Tags ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => ({
      key: Key,
      value: Value,
    })),
    scaledVariants: of("RegisterScalableTarget").length,
    policies: of("PutScalingPolicy").length,
    schedules: of("PutScheduledAction").length,
    hasDataCapture: config.DataCaptureConfig !== undefined,
    usdPerHour,
  };
}

function sourceOf(model: Record<string, unknown> | undefined): string | undefined {
  const container = (model?.PrimaryContainer ?? (model?.Containers as unknown[])?.[0]) as Container | undefined;
  return container?.Environment?.HF_MODEL_ID ?? container?.ModelDataUrl;
}

function fleetOf({ ServerlessConfig, InitialInstanceCount, InstanceType }: Variant): string {
  if (ServerlessConfig) return `serverless, ${(ServerlessConfig.MemorySizeInMB ?? 0) / 1024} GB`;
  return `${InitialInstanceCount ?? "?"} × ${InstanceType ?? "unknown type"}`;
}
