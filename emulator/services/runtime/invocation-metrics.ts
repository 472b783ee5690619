import type { EmulatorContext } from "../../context.ts";
import type { ServingVariant } from "./serving-endpoint.ts";

export type Invocation = {
  region: string;
  endpointName: string;
  variant: ServingVariant;
  /** The container's status; 0 when it did not answer in time. */
  status: number;
  modelLatencyUs: number;
  overheadLatencyUs: number;
  /** Requests at this variant when this one came, itself included. */
  concurrent: number;
};

/** The metrics that SageMaker publishes for one invocation. */
export function recordInvocation({ telemetry, clock }: EmulatorContext, invocation: Invocation): void {
  const { region, endpointName, variant, status } = invocation;
  const at = clock.now();
  const dimensions = [
    { Name: "EndpointName", Value: endpointName },
    { Name: "VariantName", Value: variant.name },
  ];
  const put = (name: string, value: number, unit: string): void =>
    telemetry.putMetric(region, { namespace: "AWS/SageMaker", name, dimensions, value, unit, at });

  put("Invocations", 1, "None");
  put("InvocationsPerInstance", 1 / Math.max(1, variant.instanceCount), "None");
  put("Invocation4XXErrors", status >= 400 && status < 500 ? 1 : 0, "None");
  put("Invocation5XXErrors", status >= 500 ? 1 : 0, "None");
  // Unlike the two above this one counts a container that did not answer.
  put("InvocationModelErrors", status >= 200 && status < 300 ? 0 : 1, "None");
  put("ModelLatency", invocation.modelLatencyUs, "Microseconds");
  put("OverheadLatency", invocation.overheadLatencyUs, "Microseconds");
  // A serverless variant publishes the share of its concurrency instead.
  if (!variant.serverless) put("ConcurrentRequestsPerModel", invocation.concurrent, "None");
}
