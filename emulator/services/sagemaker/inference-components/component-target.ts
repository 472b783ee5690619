import type { ServingTarget } from "../../../container/inference-host.ts";
import type { ComponentContainer, InferenceComponent } from "./component.ts";

/** What a component's container is started and asked with; its copies share one. */
export function componentTarget(
  region: string,
  { name, endpointName, variantName }: Pick<InferenceComponent, "name" | "endpointName" | "variantName">,
  { image, modelDataUrl, environment }: ComponentContainer,
): ServingTarget {
  return { region, endpointName, variantName, image, modelDataUrl, environment, componentName: name };
}
