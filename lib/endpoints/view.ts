/** What the browser sees of SageMaker endpoints. JSON-safe: dates are ISO strings, what AWS leaves out is null. */

export const ENDPOINT_STATUSES = [
  "InService",
  "Creating",
  "Updating",
  "SystemUpdating",
  "RollingBack",
  "Deleting",
  "Failed",
  "UpdateRollbackFailed",
  "OutOfService",
] as const;
export type EndpointStatus = (typeof ENDPOINT_STATUSES)[number];

/** A row of ListEndpoints. */
export type EndpointSummary = {
  name: string;
  arn: string;
  status: EndpointStatus;
  createdAt: string | null;
  updatedAt: string | null;
};

export type EndpointPage = { items: EndpointSummary[]; nextCursor: string | null };

/** One production variant as it runs: what was asked for and what there is. */
export type RunningVariant = {
  name: string;
  currentInstances: number | null;
  desiredInstances: number | null;
  /** Environments that a serverless variant keeps ready. */
  currentConcurrency: number | null;
  desiredConcurrency: number | null;
  currentWeight: number | null;
  desiredWeight: number | null;
  /** SageMaker's own words on what the variant is doing, for example `Creating`. */
  stages: { stage: string; message: string | null; since: string | null }[];
  /** The image as it was resolved when the variant was made: repository and digest. */
  deployedImages: string[];
};

/** What DescribeEndpoint tells. */
export type EndpointView = EndpointSummary & {
  configName: string | null;
  failureReason: string | null;
  variants: RunningVariant[];
  shadows: RunningVariant[];
  /** What an update or the creation brings; null when nothing is under way. */
  pending: PendingDeployment | null;
  /** How the last update moved the traffic; null: all at once, or there was none. */
  lastDeployment: LastDeployment | null;
};

/** What DescribeEndpoint tells of a deployment that is under way. */
export type PendingDeployment = {
  configName: string;
  startedAt: string | null;
  variants: RunningVariant[];
  shadows: RunningVariant[];
};

export type LastDeployment = {
  strategy: "ALL_AT_ONCE" | "CANARY" | "LINEAR" | "ROLLING";
  /** The first share, step or batch, in percent; null: all at once. */
  stepPercent: number | null;
  waitSeconds: number;
  terminationSeconds: number;
  alarms: string[];
};

const TRANSITIONAL: readonly EndpointStatus[] = ["Creating", "Updating", "SystemUpdating", "RollingBack", "Deleting"];

/** True while SageMaker is still working on the endpoint, so that looking again soon is worth a call. */
export function isTransitional(status: EndpointStatus): boolean {
  return TRANSITIONAL.includes(status);
}

const ANSWERING: readonly EndpointStatus[] = [
  "InService",
  "Updating",
  "SystemUpdating",
  "RollingBack",
  "UpdateRollbackFailed",
];

/** True when the endpoint answers invocations: a running one still does while it is being updated. */
export function isAnswering(status: EndpointStatus): boolean {
  return ANSWERING.includes(status);
}

/** An endpoint with an expiry tag; `expiresAt` may be past. */
export type ExpiringEndpoint = Pick<EndpointSummary, "name" | "status"> & { expiresAt: string };
