import type { ServingTarget } from "../../container/inference-host.ts";
import type { EmulatorContext } from "../../context.ts";
import { createEndpointStore } from "./endpoint-store.ts";
import { servingTarget } from "./serving-target.ts";

/** What SageMaker Runtime needs to know of an endpoint that takes requests. */
export type ServingEndpoint = { name: string; variants: ServingVariant[] };

export type ServingVariant = {
  name: string;
  /** Share of traffic, against the sum of all weights. */
  weight: number;
  instanceCount: number;
  target: ServingTarget;
};

/** Finds endpoints that serve: null for one that is created, failed, going or gone. Names match in their case here. */
export function findServing(context: EmulatorContext): (region: string, name: string) => ServingEndpoint | null {
  const store = createEndpointStore(context);
  return (region, name) => {
    const endpoint = store.find(region, name);
    if (!endpoint?.current || endpoint.deleteAt !== null || endpoint.name !== name) return null;
    const variants = endpoint.current.variants.map((variant) => ({
      name: variant.name,
      weight: variant.weight,
      instanceCount: variant.instanceCount,
      target: servingTarget(region, name, variant),
    }));
    return { name, variants };
  };
}
