import { instanceTypeById } from "@/catalog/instance-types/select.ts";
import type { EmulatorContext } from "../../../context.ts";
import { Fault } from "../../../protocol/fault.ts";
import { checkEndpointQuota } from "../check-endpoint-quota.ts";
import type { Deployment } from "../endpoint.ts";
import type { EndpointStore } from "../endpoint-store.ts";
import type { Variant } from "../variant.ts";
import type { ComponentSpecification, InferenceComponent } from "./component.ts";
import type { ComponentStore } from "./component-store.ts";
import { managedBounds, placementsOf } from "./hosting.ts";
import {
  type CopyNeeds,
  copyNeeds,
  occupiedInstances,
  type PlacedCopies,
  type Placement,
  placeCopies,
} from "./placement.ts";

/** Where copies go, and why they cannot; the placement is empty then. */
export type Placed = { placement: Placement; failure: string | null };

type Wish = {
  endpointName: string;
  variant: Variant;
  /** Of the endpoint: for the account's quota when instances are added. */
  deployment: Deployment;
  /** The component itself, which may be new. */
  name: string;
  before: Placement;
  specification: ComponentSpecification;
  copies: number;
};

/** AWS's words for a component that the instances cannot hold. */
const NO_ROOM =
  "There is not enough hardware resources on the instances for this endpoint to create a copy of the inference component. Please update resource requirements for this inference component, remove existing inference components, or increase the number of instances for this endpoint.";

/** Finds room for a component's copies on a variant's instances, and on those that managed scaling may add. */
export function placeComponent(
  { quotas }: EmulatorContext,
  region: string,
  stores: { endpoints: EndpointStore; components: ComponentStore },
  wish: Wish,
): Placed {
  const { endpointName, variant, deployment, name, before, specification, copies } = wish;
  const bounds = managedBounds(variant);
  const others = stores.components.list(region).filter((other) => isBeside(other, wish) && other.name !== name);
  const placed = others.flatMap(placedCopies);
  const instances = variant.desiredInstanceCount ?? variant.instanceCount;
  const placement = placeCopies(copyNeeds(specification), copies, before, placed, {
    instanceType: instanceTypeById(variant.instanceType ?? ""),
    instances,
    maxInstances: bounds?.max ?? variant.instanceCount,
    strategy: specification.SchedulingConfig?.PlacementStrategy ?? "SPREAD",
  });
  if (!placement) return { placement: {}, failure: NO_ROOM };
  const needed = occupiedInstances([...placed.map((each) => each.placement), placement]).length;
  if (needed > instances) {
    const variants = deployment.variants.map((each) =>
      each.name === variant.name ? { ...each, instanceCount: needed } : each,
    );
    try {
      checkEndpointQuota(quotas, stores.endpoints.list(region), endpointName, { ...deployment, variants });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      return { placement: {}, failure: cause.message };
    }
  }
  return { placement, failure: null };
}

function isBeside(other: InferenceComponent, { endpointName, variant }: Wish): boolean {
  return other.endpointName === endpointName && other.variantName === variant.name;
}

/** While a component changes, its old copies and its new ones hold what the larger of them need. */
function placedCopies(component: InferenceComponent): PlacedCopies[] {
  const { current, change } = component;
  const held = placementsOf(component);
  const states = [current, change?.next ?? null]
    .filter((state) => state !== null)
    .filter(({ placement }) => held.includes(placement));
  if (states.length === 0) return [];
  const needs = states.map(({ specification }) => copyNeeds(specification));
  const most = (pick: (each: CopyNeeds) => number): number => Math.max(...needs.map(pick));
  const placement: Placement = {};
  for (const state of states) {
    for (const [id, copies] of Object.entries(state.placement)) {
      placement[id] = Math.max(placement[id] ?? 0, copies);
    }
  }
  return [
    {
      needs: {
        cpuCores: most((each) => each.cpuCores),
        accelerators: most((each) => each.accelerators),
        memoryMb: most((each) => each.memoryMb),
      },
      placement,
    },
  ];
}
