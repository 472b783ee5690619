import type { EmulatorContext } from "../../context.ts";
import { type Endpoint, settle } from "./endpoint.ts";
import { couldNotFind } from "./faults.ts";
import { deleteResource, findResource, recordKind, saveResource } from "./resources.ts";
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

export function createEndpointStore({ records, clock }: EmulatorContext): EndpointStore {
  function settled(region: string, kept: Endpoint): Endpoint | null {
    const endpoint = settle(kept, clock.now());
    if (endpoint === kept) return kept;
    if (endpoint) saveResource(records, region, "endpoint", endpoint);
    else remove(region, kept);
    return endpoint;
  }

  function remove(region: string, { name, arn }: Endpoint): void {
    records.transaction(() => {
      deleteResource(records, region, "endpoint", name);
      dropTags(records, region, arn);
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
