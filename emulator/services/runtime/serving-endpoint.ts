import type { ServingEndpoint, ServingVariant } from "../sagemaker/serving.ts";

export type { ServingEndpoint, ServingVariant } from "../sagemaker/serving.ts";

/** The endpoint when it is there and serves; null while it is created, failed or gone. */
export type FindServing = (region: string, endpointName: string) => ServingEndpoint | null;

/** How many instances, or copies, share what is asked; a serverless variant has environments instead, which are limited apart. */
export function instancesBehind({ serverless, instanceCount, component }: ServingVariant): number | undefined {
  return serverless ? undefined : (component?.copies ?? instanceCount);
}
