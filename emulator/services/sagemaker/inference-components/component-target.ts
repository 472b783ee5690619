import type { ServingTarget } from "../../../container/inference-host.ts";
import type { ComponentState, InferenceComponent } from "./component.ts";
import { copyNeeds } from "./placement.ts";

/** What a component's container is started and asked with; its copies share one. */
export function componentTarget(
  region: string,
  { name, endpointName, variantName }: Pick<InferenceComponent, "name" | "endpointName" | "variantName">,
  { container, specification }: ComponentState,
): ServingTarget {
  const { image, modelDataUrl, environment, instanceType } = container;
  const machine = { instanceType, serverlessMb: null };
  const { cpuCores, memoryMb } = copyNeeds(specification);
  const component = { name, cpuCores, memoryMb };
  return { region, endpointName, variantName, image, modelDataUrl, environment, machine, component };
}
