import type { ServingTarget } from "../../container/inference-host.ts";
import type { EmulatorContext } from "../../context.ts";
import { alsoServing } from "./endpoint.ts";
import type { AsyncInferenceConfig, DataCaptureConfig } from "./endpoint-config.ts";
import { createEndpointStore } from "./endpoint-store.ts";
import type { InferenceComponent } from "./inference-components/component.ts";
import { createComponentStore } from "./inference-components/component-store.ts";
import { componentTarget } from "./inference-components/component-target.ts";
import { servingTarget } from "./serving-target.ts";
import type { ServerlessConfig, Variant } from "./variant.ts";

/** What SageMaker Runtime needs to know of an endpoint that takes requests. */
export type ServingEndpoint = {
  name: string;
  variants: ServingVariant[];
  /** Left out where variants run models; else each request names an inference component, null being one that is not there. */
  findComponent?(name: string): ServingVariant | null;
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
  /** Of an inference component that answers in its variant's place. */
  component?: { name: string; copies: number };
};

/** Finds endpoints that serve: null for one that is created, failed, going or gone. Names match in their case here. */
export function findServing(context: EmulatorContext): (region: string, name: string) => ServingEndpoint | null {
  const store = createEndpointStore(context);
  const components = createComponentStore(context);
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
    const ownComponent = (componentName: string): InferenceComponent | null => {
      const found = components.find(region, componentName);
      return found?.endpointName === name && found.name === componentName ? found : null;
    };
    const mainWeight = totalWeight(variants);
    return {
      name,
      ...(variants.some(({ hosting }) => hosting !== undefined) && {
        findComponent: (componentName) => servingComponent(region, ownComponent(componentName), variants),
      }),
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

/** A component of one of these variants; copies are 0 until it was in service, and while it goes. */
function servingComponent(
  region: string,
  component: InferenceComponent | null,
  variants: Variant[],
): ServingVariant | null {
  const variant = variants.find(({ name }) => name === component?.variantName);
  if (!component || !variant) return null;
  const { current, wanted, deleteAt, name } = component;
  const state = current ?? wanted;
  return {
    name: variant.name,
    weight: 1,
    instanceCount: variant.instanceCount,
    serverless: null,
    target: componentTarget(region, component, state),
    component: { name, copies: deleteAt === null ? (current?.copies ?? 0) : 0 },
  };
}

/** How many instances run a variant, or copies a component: 0 when it is serverless, null when it does not serve. */
export function instancesOf(
  context: EmulatorContext,
  { region, endpointName, variantName, component }: ServingTarget,
): number | null {
  if (component) return createComponentStore(context).find(region, component.name)?.current?.copies ?? null;
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
