import type { EmulatorContext } from "../../../context.ts";
import { createEndpointStore, type EndpointStore } from "../endpoint-store.ts";
import type { Variant } from "../variant.ts";
import type { InferenceComponent } from "./component.ts";
import { type ComponentLifecycle, createComponentLifecycle } from "./component-lifecycle.ts";
import { type ComponentStore, createComponentStore } from "./component-store.ts";

/** What operations on inference components work with. */
export type ComponentParts = { components: ComponentStore; endpoints: EndpointStore; lifecycle: ComponentLifecycle };

export function createComponentParts(context: EmulatorContext): ComponentParts {
  const components = createComponentStore(context);
  const endpoints = createEndpointStore(context);
  const lifecycle = createComponentLifecycle(context, components);
  return { components, endpoints, lifecycle };
}

/** The variant that a component's copies run on. */
export function hostingVariant(
  endpoints: EndpointStore,
  region: string,
  { endpointName, variantName }: Pick<InferenceComponent, "endpointName" | "variantName">,
): Variant | undefined {
  return endpoints.find(region, endpointName)?.current?.variants.find(({ name }) => name === variantName);
}
