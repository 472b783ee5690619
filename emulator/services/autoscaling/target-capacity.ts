import type { EmulatorContext } from "../../context.ts";
import { componentCapacity } from "./component-capacity.ts";
import type { ScalableTarget } from "./scalable-target.ts";
import { variantCapacity } from "./variant-capacity.ts";

/** Reads and changes what a scalable target scales: instances, provisioned concurrency, or copies. */
export type TargetCapacity = {
  /** Null: it is not there, or was never in service. `capacity` is what serves, also while it changes. */
  read(region: string, target: ScalableTarget): { capacity: number; isChanging: boolean } | null;
  /** Asks for a capacity; why it was refused, null when it was not. */
  change(region: string, target: ScalableTarget, capacity: number): string | null;
};

/** Whatever the emulator has that can be scaled. */
export function targetCapacity(context: EmulatorContext): TargetCapacity {
  const variants = variantCapacity(context);
  const components = componentCapacity(context);
  const of = ({ resourceId }: ScalableTarget): TargetCapacity =>
    resourceId.startsWith("inference-component/") ? components : variants;
  return {
    read: (region, target) => of(target).read(region, target),
    change: (region, target, capacity) => of(target).change(region, target, capacity),
  };
}
