import { validation } from "../../../protocol/fault.ts";
import type { Deployment, Endpoint } from "../endpoint.ts";
import type { Variant } from "../variant.ts";
import type { InferenceComponent } from "./component.ts";
import { managedBounds, placementsOf } from "./hosting.ts";
import { occupiedInstances } from "./placement.ts";

/** Refuses a deployment that lacks what the components of an endpoint run on. The rule is AWS's, the wording the emulator's. */
export function checkHosts(endpoint: Endpoint, next: Deployment, components: InferenceComponent[]): void {
  for (const { name, variantName } of componentsOf(endpoint, components)) {
    const host = next.variants.find((variant) => variant.name === variantName);
    if (host?.hosting) continue;
    throw validation(
      `Cannot update endpoint "${endpoint.arn}": its inference component "${name}" needs a variant "${variantName}" without ModelName in the new configuration.`,
    );
  }
  for (const variant of next.variants) checkRoom(endpoint, variant, components);
}

/** Refuses counts that SageMaker manages by itself, or that leave copies without an instance. */
export function checkHostedCapacities(
  endpoint: Endpoint,
  before: Variant[],
  after: Variant[],
  components: InferenceComponent[],
): void {
  for (const variant of after) {
    const had = before.find(({ name }) => name === variant.name);
    if (!variant.hosting || had?.instanceCount === variant.instanceCount) continue;
    if (managedBounds(variant)) {
      throw validation(
        `The instance count of the variant "${variant.name}" follows its ManagedInstanceScaling and cannot be set.`,
      );
    }
    checkRoom(endpoint, variant, components);
  }
}

function checkRoom(endpoint: Endpoint, variant: Variant, components: InferenceComponent[]): void {
  const own = componentsOf(endpoint, components).filter(({ variantName }) => variantName === variant.name);
  const needed = occupiedInstances(own.flatMap(placementsOf)).length;
  const allowed = managedBounds(variant)?.max ?? variant.instanceCount;
  if (needed <= allowed) return;
  throw validation(
    `The variant "${variant.name}" would have ${allowed} instances, and the copies of its inference components are on ${needed}.`,
  );
}

function componentsOf({ name }: Endpoint, components: InferenceComponent[]): InferenceComponent[] {
  return components.filter(({ endpointName }) => endpointName === name);
}
