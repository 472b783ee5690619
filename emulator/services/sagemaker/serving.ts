import type { ServingTarget } from "../../container/inference-host.ts";
import type { EmulatorContext } from "../../context.ts";
import { alsoServing } from "./endpoint.ts";
import type { AsyncInferenceConfig, DataCaptureConfig } from "./endpoint-config.ts";
import { createEndpointStore } from "./endpoint-store.ts";
import { servingTarget } from "./serving-target.ts";
import type { ServerlessConfig, Variant } from "./variant.ts";

/** What SageMaker Runtime needs to know of an endpoint that takes requests. */
export type ServingEndpoint = {
  name: string;
  variants: ServingVariant[];
  /** Its variants run no models: each request names one of its inference components. */
  hostsComponents: boolean;
  /** Get copies of requests; `weight` is the share of them, 0 to 1. */
  shadows: ServingVariant[];
  /** Null: it answers at once, and takes no asynchronous requests. */
  asyncInference: AsyncInferenceConfig | null;
  dataCapture: DataCaptureConfig | null;
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
    const { variants, shadows = [], asyncInference, dataCapture } = endpoint.current;
    const also = alsoServing(endpoint, context.clock.now());
    const toServing = (variant: Variant, weight: number): ServingVariant => ({
      name: variant.name,
      weight,
      instanceCount: variant.instanceCount,
      serverless: variant.serverless,
      target: servingTarget(region, name, variant),
    });
    const mainWeight = totalWeight(variants);
    return {
      name,
      hostsComponents: variants.some(({ hosting }) => hosting !== undefined),
      variants: also
        ? [
            ...inShares(variants, 1 - also.share).map(([variant, weight]) => toServing(variant, weight)),
            ...inShares(also.next.variants, also.share).map(([variant, weight]) => toServing(variant, weight)),
          ]
        : variants.map((variant) => toServing(variant, variant.weight)),
      // A shadow's weight against that of the variant it follows says how many requests are copied to it.
      shadows: shadows.map((variant) => toServing(variant, mainWeight > 0 ? variant.weight / mainWeight : 1)),
      asyncInference,
      dataCapture: also?.share === 1 ? also.next.dataCapture : dataCapture,
    };
  };
}

/** A fleet's variants with their weights within the fleet's share of the traffic. */
function inShares(variants: Variant[], share: number): [Variant, number][] {
  const total = totalWeight(variants);
  return variants.map((variant) => [variant, total > 0 ? (variant.weight / total) * share : 0]);
}

function totalWeight(variants: Variant[]): number {
  return variants.reduce((sum, { weight }) => sum + weight, 0);
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
