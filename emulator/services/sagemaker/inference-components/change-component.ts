import type { EmulatorContext } from "../../../context.ts";
import { validation } from "../../../protocol/fault.ts";
import type { ComponentState, InferenceComponent } from "./component.ts";
import type { ComponentParts } from "./component-parts.ts";
import { placeComponent } from "./place-component.ts";

/** Finds room for what a component is to be, and sets the change going. Without room it fails with AWS's reason, which is returned. */
export function changeComponent(
  context: EmulatorContext,
  region: string,
  parts: ComponentParts,
  component: InferenceComponent,
  next: Pick<ComponentState, "specification" | "container" | "copies">,
): string | null {
  const { name, endpointName, variantName, current } = component;
  const endpoint = parts.endpoints.existing(region, endpointName);
  const variant = endpoint.current?.variants.find((each) => each.name === variantName);
  if (!endpoint.current || !variant) {
    throw validation(
      `Cannot update inference component "${component.arn}": its endpoint has no variant "${variantName}".`,
    );
  }
  const { specification, container, copies } = next;
  const { placement, failure } = placeComponent(context, region, parts, {
    endpointName,
    variant,
    deployment: endpoint.current,
    name,
    before: current?.placement ?? {},
    specification,
    copies,
  });
  parts.lifecycle.begin(region, component, { specification, container, copies, placement }, failure);
  return failure;
}
