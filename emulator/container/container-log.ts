import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { ServingTarget } from "./inference-host.ts";
import { instanceId } from "./model-key.ts";

/** Writes what a variant's container prints to where SageMaker puts it. */
export type ContainerLog = {
  /** A line as the process printed it. */
  line(message: string): void;
  /** A line of the model server's own logger. */
  server(thread: string, logger: string, message: string): void;
  /** The model server's access line. */
  access(method: string, path: string, status: number, elapsedMs: number): void;
};

/** SageMaker's agent calls the container from this address. */
const CALLER = "/169.254.178.2:46274";

export function containerLog(telemetry: Telemetry, clock: Clock, target: ServingTarget): ContainerLog {
  const group = `/aws/sagemaker/Endpoints/${target.endpointName}`;
  const stream = `${target.variantName}/${instanceId(target.endpointName, target.variantName)}`;

  function line(message: string): void {
    telemetry.putLog(target.region, group, stream, [{ at: clock.now(), message }]);
  }
  function server(thread: string, logger: string, message: string): void {
    const time = new Date(clock.now()).toISOString().slice(0, -1).replace(".", ",");
    line(`${time} [INFO ] ${thread} ${logger} - ${message}`);
  }
  return {
    line,
    server,
    access: (method, path, status, elapsedMs) =>
      server(
        "pool-1-thread-4",
        "ACCESS_LOG",
        `${CALLER} "${method} ${path} HTTP/1.1" ${status} ${Math.round(elapsedMs)}`,
      ),
  };
}
