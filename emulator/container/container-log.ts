import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { ServingTarget } from "./inference-host.ts";
import { instanceId } from "./model-key.ts";

/** Writes what a variant's container prints to where SageMaker puts it. */
export type ContainerLog = {
  /** A line as a process printed it. */
  line(message: string): void;
  /** The time, for lines that carry it themselves. */
  now(): Date;
};

export function containerLog(telemetry: Telemetry, clock: Clock, target: ServingTarget): ContainerLog {
  const { group, stream } = logPlace(target);
  return {
    line: (message) => telemetry.putLog(target.region, group, stream, [{ at: clock.now(), message }]),
    now: () => new Date(clock.now()),
  };
}

/** The log group and stream that SageMaker gives a container. */
export function logPlace({ endpointName, variantName, transformHost, component }: ServingTarget): {
  group: string;
  stream: string;
} {
  if (transformHost) return { group: "/aws/sagemaker/TransformJobs", stream: transformHost.logStream };
  return {
    group: component
      ? `/aws/sagemaker/InferenceComponents/${component.name}`
      : `/aws/sagemaker/Endpoints/${endpointName}`,
    stream: `${variantName}/${instanceId(endpointName, variantName)}`,
  };
}
