import type { ContainerRequest } from "../../container/inference-host.ts";
import type { EmulatorContext } from "../../context.ts";
import { recordInvocation } from "./invocation-metrics.ts";
import { instancesBehind, type ServingEndpoint } from "./serving-endpoint.ts";

/** Sends copies of a request to shadow variants. Nobody waits for their answers; their metrics are published. */
export function copyToShadows(
  context: EmulatorContext,
  region: string,
  { name: endpointName, shadows }: ServingEndpoint,
  request: ContainerRequest,
): void {
  for (const variant of shadows) {
    if (Math.random() >= variant.weight) continue;
    // The host never rejects for what a container answers; a stopping emulator's refusal is nobody's concern.
    void context.inference.invoke(variant.target, request, { instances: instancesBehind(variant) }).then(
      ({ status, modelLatencyUs }) => {
        const measured = { status, modelLatencyUs, overheadLatencyUs: 0, concurrent: 1 };
        recordInvocation(context, { region, endpointName, variant, ...measured });
      },
      () => undefined,
    );
  }
}
