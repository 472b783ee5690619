import type { ServingTarget } from "../../container/inference-host.ts";
import type { EmulatorContext } from "../../context.ts";
import type { AsyncInferenceConfig } from "./endpoint-config.ts";
import { createEndpointStore } from "./endpoint-store.ts";
import { servingTarget } from "./serving-target.ts";
import type { ServerlessConfig } from "./variant.ts";

/** What SageMaker Runtime needs to know of an endpoint that takes requests. */
export type ServingEndpoint = {
  name: string;
  variants: ServingVariant[];
  /** Null: it answers at once, and takes no asynchronous requests. */
  asyncInference: AsyncInferenceConfig | null;
};

export type ServingVariant = {
  name: string;
  /** Share of traffic, against the sum of all weights. */
  weight: number;
  instanceCount: number;
  /** Null: it runs on instances. */
  serverless: ServerlessConfig | null;
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
      serverless: variant.serverless,
      target: servingTarget(region, name, variant),
    }));
    return { name, variants, asyncInference: endpoint.current.asyncInference };
  };
}

/** How many instances run a variant: 0 when it is serverless, null when it does not serve. */
export function instancesOf(
  context: EmulatorContext,
  { region, endpointName, variantName }: ServingTarget,
): number | null {
  const variant = findServing(context)(region, endpointName)?.variants.find(({ name }) => name === variantName);
  if (!variant) return null;
  return variant.serverless ? 0 : variant.instanceCount;
}

/** Asynchronous endpoints that take requests, with how many instances work for each. */
export function listAsyncEndpoints(
  context: EmulatorContext,
): () => { region: string; name: string; instances: number }[] {
  const store = createEndpointStore(context);
  return () =>
    store.regions().flatMap((region) =>
      store.list(region).flatMap(({ name, current, deleteAt }) => {
        if (!current?.asyncInference || deleteAt !== null) return [];
        return [{ region, name, instances: current.variants.reduce((sum, each) => sum + each.instanceCount, 0) }];
      }),
    );
}
