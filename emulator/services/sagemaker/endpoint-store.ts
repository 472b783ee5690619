import type { EmulatorContext } from "../../context.ts";
import { dropTargetsOf } from "../autoscaling/scalable-target.ts";
import { type Endpoint, settle } from "./endpoint.ts";
import { couldNotFind } from "./faults.ts";
import { deleteResource, findResource, recordKind, saveResource } from "./resources.ts";
import { servingTarget } from "./serving-target.ts";
import { dropTags } from "./tag-store.ts";

/** Endpoints as they are now: each read first settles what has ended since. */
export type EndpointStore = {
  find(region: string, name: string): Endpoint | null;
  /** Throws AWS's "Could not find". */
  existing(region: string, name: string): Endpoint;
  list(region: string): Endpoint[];
  regions(): string[];
  save(region: string, endpoint: Endpoint): void;
};

export function createEndpointStore({ records, clock, inference }: EmulatorContext): EndpointStore {
  function settled(region: string, kept: Endpoint): Endpoint | null {
    const endpoint = settle(kept, clock.now());
    if (endpoint === kept) return kept;
    releaseUnused(region, kept, endpoint);
    if (endpoint) saveResource(records, region, "endpoint", endpoint);
    else remove(region, kept);
    return endpoint;
  }

  /** What served before an update or a deletion need not stay loaded. */
  function releaseUnused(region: string, { name, current }: Endpoint, next: Endpoint | null): void {
    const before = current?.variants ?? [];
    const after = (next?.current?.variants ?? []).map((variant) =>
      JSON.stringify(servingTarget(region, name, variant)),
    );
    for (const target of before.map((variant) => servingTarget(region, name, variant))) {
      if (!after.includes(JSON.stringify(target))) inference.release(target);
    }
  }

  function remove(region: string, { name, arn }: Endpoint): void {
    records.transaction(() => {
      deleteResource(records, region, "endpoint", name);
      dropTags(records, region, arn);
      dropTargetsOf(records, region, name);
    });
  }

  function find(region: string, name: string): Endpoint | null {
    const kept = findResource<Endpoint>(records, region, "endpoint", name);
    return kept ? settled(region, kept) : null;
  }

  return {
    find,
    existing: (region, name) => {
      const endpoint = find(region, name);
      if (!endpoint) throw couldNotFind(region, "endpoint", name);
      return endpoint;
    },
    // One transaction, so that a thousand endpoints that become ready together cost one commit.
    list: (region) =>
      records.transaction(() =>
        records.list<Endpoint>(recordKind("endpoint"), region).flatMap((kept) => settled(region, kept) ?? []),
      ),
    regions: () => records.regions(recordKind("endpoint")),
    save: (region, endpoint) => saveResource(records, region, "endpoint", endpoint),
  };
}
