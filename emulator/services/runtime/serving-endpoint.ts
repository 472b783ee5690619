import type { ServingTarget } from "../../container/inference-host.ts";

/** What the runtime needs to know of an endpoint that takes requests. */
export type ServingEndpoint = { name: string; variants: ServingVariant[] };

export type ServingVariant = {
  name: string;
  /** Share of traffic, against the sum of all weights. */
  weight: number;
  instanceCount: number;
  target: ServingTarget;
};

/** The endpoint when it is there and serves; null while it is created, failed or gone. */
export type FindServing = (region: string, endpointName: string) => ServingEndpoint | null;
