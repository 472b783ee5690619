import type { Clock } from "../../clock.ts";
import type { EmulatorContext } from "../../context.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
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

/** The metrics that SageMaker publishes for one invocation: of an inference component's by its name as well. */
export function recordInvocation({ telemetry, clock }: EmulatorContext, invocation: Invocation): void {
  const { region, endpointName, variant, status, concurrent } = invocation;
  const { component, instanceCount } = variant;
  const at = clock.now();
  const putFor = (dimensions: Dimension[]): void => {
    const put = (name: string, value: number, unit: string): void =>
      telemetry.putMetric(region, { namespace: "AWS/SageMaker", name, dimensions, value, unit, at });
    put("Invocations", 1, "None");
    put("InvocationsPerInstance", 1 / Math.max(1, instanceCount), "None");
    put("Invocation4XXErrors", status >= 400 && status < 500 ? 1 : 0, "None");
    put("Invocation5XXErrors", status >= 500 ? 1 : 0, "None");
    // Unlike the two above this one counts a container that did not answer.
    put("InvocationModelErrors", status >= 200 && status < 300 ? 0 : 1, "None");
    put("ModelLatency", invocation.modelLatencyUs, "Microseconds");
    put("OverheadLatency", invocation.overheadLatencyUs, "Microseconds");
  };
  putFor(variantDimensions(endpointName, variant));
  recordConcurrency({ telemetry, clock }, { region, endpointName, variant }, concurrent);
  if (!component) return;
  const dimensions = componentDimensions(component.name);
  putFor(dimensions);
  telemetry.putMetric(region, {
    namespace: "AWS/SageMaker",
    name: "InvocationsPerCopy",
    dimensions,
    value: 1 / component.copies,
    unit: "None",
    at,
  });
}

/** How many requests each model, or each copy, has under way. A serverless variant publishes the share of its concurrency instead. */
export function recordConcurrency(
  { telemetry, clock }: { telemetry: Telemetry; clock: Clock },
  { region, endpointName, variant }: Pick<Invocation, "region" | "endpointName" | "variant">,
  count: number,
): void {
  const { component, serverless } = variant;
  if (serverless) return;
  telemetry.putMetric(region, {
    namespace: "AWS/SageMaker",
    name: component ? "ConcurrentRequestsPerCopy" : "ConcurrentRequestsPerModel",
    dimensions: component ? componentDimensions(component.name) : variantDimensions(endpointName, variant),
    value: component ? count / component.copies : count,
    unit: "None",
    at: clock.now(),
  });
}

/** A request for a component without copies: what the alarm that brings it back from zero looks at. */
export function recordNoCapacity({ telemetry, clock }: EmulatorContext, region: string, component: string): void {
  telemetry.putMetric(region, {
    namespace: "AWS/SageMaker",
    name: "NoCapacityInvocationFailures",
    dimensions: componentDimensions(component),
    value: 1,
    unit: "None",
    at: clock.now(),
  });
}

type Dimension = { Name: string; Value: string };

function variantDimensions(endpointName: string, { name }: ServingVariant): Dimension[] {
  return [
    { Name: "EndpointName", Value: endpointName },
    { Name: "VariantName", Value: name },
  ];
}

function componentDimensions(component: string): Dimension[] {
  return [{ Name: "InferenceComponentName", Value: component }];
}
