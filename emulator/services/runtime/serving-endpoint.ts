import type { ServingEndpoint } from "../sagemaker/serving.ts";

export type { ServingEndpoint, ServingVariant } from "../sagemaker/serving.ts";

/** The endpoint when it is there and serves; null while it is created, failed or gone. */
export type FindServing = (region: string, endpointName: string) => ServingEndpoint | null;
