import type { ServingEndpoint, ServingVariant } from "../sagemaker/serving.ts";

export type { ServingEndpoint, ServingVariant } from "../sagemaker/serving.ts";

/** The endpoint when it is there and serves; null while it is created, failed or gone. */
export type FindServing = (region: string, endpointName: string) => ServingEndpoint | null;

/** How many instances share a variant's calls; a serverless one has environments instead, which are limited apart. */
export function instancesBehind({ serverless, instanceCount }: ServingVariant): number | undefined {
  return serverless ? undefined : instanceCount;
}
