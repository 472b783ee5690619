import type { AwsCall } from "@/lib/specification/view";

import type { ParkedComponent, ParkedSummary, ParkedVariant } from "./view";

type Variant = {
  VariantName?: string;
  ModelName?: string;
  InstanceType?: string;
  InitialInstanceCount?: number;
  ServerlessConfig?: { MemorySizeInMB?: number };
};
type Container = { Image?: string; ModelDataUrl?: string; ArtifactUrl?: string; Environment?: Record<string, string> };

/** What a specification holds, in names and numbers; the environment is looked at for the model's id alone. */
export function summarize(calls: readonly AwsCall[], usdPerHour: number | null): ParkedSummary {
  const of = (operation: string) => calls.filter((call) => call.operation === operation).map(({ input }) => input);
  const [config = {}] = of("CreateEndpointConfig");
  const [endpoint = {}] = of("CreateEndpoint");
  const models = of("CreateModel");
  const components = of("CreateInferenceComponent").map((input) => toComponent(input, models, calls));
  const targets = of("RegisterScalableTarget").map(({ ResourceId }) => String(ResourceId));
  const hosted = components.map(({ name }) => name).join(", ");
  const variant =
    (isShadow: boolean) =>
    (each: Variant): ParkedVariant => ({
      name: each.VariantName ?? "",
      model:
        sourceOf(models.find(({ ModelName }) => ModelName === each.ModelName)) ??
        each.ModelName ??
        (hosted || "no model"),
      fleet: fleetOf(each),
      isShadow,
    });
  return {
    variants: [
      ...((config.ProductionVariants ?? []) as Variant[]).map(variant(false)),
      ...((config.ShadowProductionVariants ?? []) as Variant[]).map(variant(true)),
    ],
    components,
    config: String(config.EndpointConfigName ?? ""),
    models: models.map(({ ModelName }) => String(ModelName)),
    alarms: of("PutMetricAlarm").map(({ AlarmName }) => String(AlarmName)),
    tags: ((endpoint.Tags ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => ({
      key: Key,
      value: Value,
    })),
    scaledVariants: targets.filter((id) => id.startsWith("endpoint/")).length,
    scaledComponents: targets.filter((id) => id.startsWith("inference-component/")).length,
    policies: of("PutScalingPolicy").length,
    schedules: of("PutScheduledAction").length,
    hasDataCapture: config.DataCaptureConfig !== undefined,
    usdPerHour,
  };
}

type Specification = { ModelName?: string; Container?: Container; BaseInferenceComponentName?: string };

function toComponent(
  input: Record<string, unknown>,
  models: readonly Record<string, unknown>[],
  calls: readonly AwsCall[],
): ParkedComponent {
  const name = String(input.InferenceComponentName);
  const { ModelName, Container, BaseInferenceComponentName } = (input.Specification ?? {}) as Specification;
  const own = Container && sourceOf({ PrimaryContainer: { ...Container, ModelDataUrl: Container.ArtifactUrl } });
  const model = sourceOf(models.find((each) => each.ModelName === ModelName));
  const isEmptied = calls.some(
    (call) => call.operation === "UpdateInferenceComponentRuntimeConfig" && call.input.InferenceComponentName === name,
  );
  const copies = (input.RuntimeConfig as { CopyCount?: number } | undefined)?.CopyCount ?? 1;
  return {
    name,
    model: own ?? model ?? ModelName ?? BaseInferenceComponentName ?? "",
    copies: isEmptied ? 0 : copies,
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
