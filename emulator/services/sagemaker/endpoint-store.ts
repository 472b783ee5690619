import type { EmulatorContext } from "../../context.ts";
import { dropTargetsOf } from "../autoscaling/scalable-target.ts";
import { alarmWatch } from "../cloudwatch/alarms/find-tripped.ts";
import { type Endpoint, everyVariant, modelVariants, settle } from "./endpoint.ts";
import { couldNotFind } from "./faults.ts";
import type { InferenceComponent } from "./inference-components/component.ts";
import { createComponentStore } from "./inference-components/component-store.ts";
import { forgetHosting, withInstances } from "./inference-components/hosting.ts";
import { deleteResource, findResource, recordKind, saveResource } from "./resources.ts";
import { servingTarget } from "./serving-target.ts";
import { dropTags } from "./tag-store.ts";
import type { Variant } from "./variant.ts";

/** Endpoints as they are now: each read first settles what has ended since. */
export type EndpointStore = {
  find(region: string, name: string): Endpoint | null;
  /** Throws AWS's "Could not find". */
  existing(region: string, name: string): Endpoint;
  list(region: string): Endpoint[];
  regions(): string[];
  save(region: string, endpoint: Endpoint): void;
};

export function createEndpointStore(context: EmulatorContext): EndpointStore {
  const { records, clock, inference } = context;
  const findTripped = alarmWatch(context);
  const components = createComponentStore(context);

  function settled(region: string, kept: Endpoint): Endpoint | null {
    const endpoint = settle(kept, clock.now(), (names, from, to) => findTripped(region, names, from, to));
    if (endpoint === kept) return kept;
    releaseUnused(region, kept, endpoint);
    if (endpoint) saveResource(records, region, "endpoint", endpoint);
    else remove(region, kept);
    return endpoint;
  }

  /** What served before an update or a deletion, or was to serve after one that was taken back, need not stay loaded. */
  function releaseUnused(region: string, kept: Endpoint, next: Endpoint | null): void {
    if (next?.change) return;
    const { name } = kept;
    const after = (next ? startedVariants(next) : []).map((variant) =>
      JSON.stringify(servingTarget(region, name, variant)),
    );
    for (const target of startedVariants(kept).map((variant) => servingTarget(region, name, variant))) {
      if (!after.includes(JSON.stringify(target))) inference.release(target);
    }
  }

  function remove(region: string, { name, arn, current }: Endpoint): void {
    records.transaction(() => {
      deleteResource(records, region, "endpoint", name);
      dropTags(records, region, arn);
      dropTargetsOf(records, region, `endpoint/${name}`);
      for (const variant of current ? everyVariant(current) : []) {
        forgetHosting(records, region, { endpointName: name, variantName: variant.name });
      }
    });
  }

  /** With as many instances as managed scaling gives those variants that host components. */
  function withManaged(region: string, endpoint: Endpoint, all: () => InferenceComponent[]): Endpoint {
    const { name, current } = endpoint;
    if (!current?.variants.some(({ hosting }) => hosting)) return endpoint;
    const own = all().filter(({ endpointName }) => endpointName === name);
    const variants = current.variants.map((variant) => {
      const hosted = own.filter(({ variantName }) => variantName === variant.name);
      return withInstances(records, region, name, variant, hosted);
    });
    return { ...endpoint, current: { ...current, variants } };
  }

  function find(region: string, name: string): Endpoint | null {
    const kept = findResource<Endpoint>(records, region, "endpoint", name);
    const endpoint = kept ? settled(region, kept) : null;
    return endpoint && withManaged(region, endpoint, () => components.list(region));
  }

  // One transaction, so that a thousand endpoints that become ready together cost one commit.
  function list(region: string): Endpoint[] {
    return records.transaction(() => {
      let all: InferenceComponent[] | null = null;
      const allOnce = (): InferenceComponent[] => {
        all ??= components.list(region);
        return all;
      };
      return records.list<Endpoint>(recordKind("endpoint"), region).flatMap((kept) => {
        const endpoint = settled(region, kept);
        return endpoint ? withManaged(region, endpoint, allOnce) : [];
      });
    });
  }

  return {
    find,
    existing: (region, name) => {
      const endpoint = find(region, name);
      if (!endpoint) throw couldNotFind(region, "endpoint", name);
      return endpoint;
    },
    list,
    regions: () => records.regions(recordKind("endpoint")),
    save: (region, endpoint) => saveResource(records, region, "endpoint", endpoint),
  };
}

/** All variants whose containers an endpoint has started: those that run, and those that were to. */
function startedVariants({ current, change, mixed }: Endpoint): Variant[] {
  const isStarted = change && change.kind !== "capacity" && change.outcome?.failure === null;
  const deployments = [current, mixed?.next ?? null, isStarted ? change.next : null];
  const variants = deployments.flatMap((deployment) => (deployment ? modelVariants(deployment) : []));
  const seen = new Set<string>();
  return variants.filter((variant) => {
    const { instanceCount: _, weight: __, resolvedAt: ___, ...same } = variant;
    const key = JSON.stringify(same);
    return !seen.has(key) && seen.add(key);
  });
}
