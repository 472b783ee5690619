import type { RecordStore } from "../../../store/record-store.ts";
import type { Variant } from "../variant.ts";
import type { InferenceComponent } from "./component.ts";
import { occupiedInstances, type Placement } from "./placement.ts";

/** A variant by the endpoint that has it. */
type HostedVariant = Pick<InferenceComponent, "endpointName" | "variantName">;

const RELEASED = "sagemaker-released-instances";

/** Bounds within which SageMaker changes the number of instances by itself; null: it does not. */
export function managedBounds({ hosting }: Variant): { min: number; max: number } | null {
  const scaling = hosting?.managedScaling;
  if (scaling?.Status !== "ENABLED") return null;
  return { min: scaling.MinInstanceCount ?? 1, max: scaling.MaxInstanceCount ?? 1 };
}

/**
 * A variant's instances as its components need them: those that serve, and those that are to serve once what is under
 * way has ended. `components` are those of this variant.
 */
export function withInstances(
  records: RecordStore,
  region: string,
  endpointName: string,
  variant: Variant,
  components: InferenceComponent[],
): Variant {
  const bounds = managedBounds(variant);
  if (!bounds) return variant;
  const hosted = { endpointName, variantName: variant.name };
  // Instances that the configuration began with stay until copies go for the first time.
  const least = records.get(RELEASED, region, keyOf(hosted)) ? bounds.min : Math.max(bounds.min, variant.instanceCount);
  const count = (placements: Placement[]): number => Math.max(least, occupiedInstances(placements).length);
  return {
    ...variant,
    instanceCount: count(components.flatMap(({ current }) => (current ? [current.placement] : []))),
    desiredInstanceCount: count(components.flatMap((component) => placementsOf(component))),
  };
}

/** Where a component's copies are and are to be: while it changes, both hold their instances. */
export function placementsOf({ current, change, deleteAt }: InferenceComponent): Placement[] {
  if (deleteAt !== null) return current ? [current.placement] : [];
  return [current?.placement, change?.outcome?.failure ? undefined : change?.next.placement].filter(
    (placement) => placement !== undefined,
  );
}

/** From now on instances without copies go, down to the least that managed scaling allows. */
export function releaseIdleInstances(records: RecordStore, region: string, hosted: HostedVariant): void {
  records.put(RELEASED, region, keyOf(hosted), true);
}

/** The variant is gone, and a later one of its name begins anew. */
export function forgetHosting(records: RecordStore, region: string, hosted: HostedVariant): void {
  records.delete(RELEASED, region, keyOf(hosted));
}

function keyOf({ endpointName, variantName }: HostedVariant): string {
  return `${endpointName.toLowerCase()}/${variantName}`;
}
