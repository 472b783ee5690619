import type { EmulatorContext } from "../../../context.ts";
import type { ServerlessConfig } from "../../sagemaker/variant.ts";
import type { ServingVariant } from "../serving-endpoint.ts";

type Place = { region: string; endpointName: string; variant: ServingVariant };

export type ServerlessCall = Place & {
  serverless: ServerlessConfig;
  /** Environments at work, this call's included. */
  busy: number;
  /** Whether an environment was there for it from the start. */
  isProvisioned: boolean;
};

/** Shares are of 1, as CloudWatch shows them. */
export function recordServerlessCall(context: EmulatorContext, call: ServerlessCall): void {
  const { serverless, busy, isProvisioned } = call;
  const put = putter(context, call);
  put("ServerlessConcurrentExecutionsUtilization", busy / serverless.MaxConcurrency, "None");
  const provisioned = serverless.ProvisionedConcurrency;
  if (!provisioned) return;
  const inUse = Math.min(busy, provisioned);
  put("ServerlessProvisionedConcurrencyExecutions", inUse, "Count");
  put("ServerlessProvisionedConcurrencyUtilization", inUse / provisioned, "None");
  put("ServerlessProvisionedConcurrencyInvocations", isProvisioned ? 1 : 0, "Count");
  put("ServerlessProvisionedConcurrencySpilloverInvocations", isProvisioned ? 0 : 1, "Count");
}

/** How long the environment of a cold start took to be there. */
export function recordColdStart(context: EmulatorContext, { setupUs, ...place }: Place & { setupUs: number }): void {
  putter(context, place)("ModelSetupTime", setupUs, "Microseconds");
}

function putter({ telemetry, clock }: EmulatorContext, { region, endpointName, variant }: Place) {
  const dimensions = [
    { Name: "EndpointName", Value: endpointName },
    { Name: "VariantName", Value: variant.name },
  ];
  return (name: string, value: number, unit: string): void =>
    telemetry.putMetric(region, { namespace: "AWS/SageMaker", name, dimensions, value, unit, at: clock.now() });
}
