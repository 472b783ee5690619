import type { AlarmRequest } from "@/lib/alarms/schema";

import type { Difference } from "./diff-runs";
import type { RunView } from "./run-view";
import type { DeploymentConfigRequest } from "./strategy";

/** What the update form opens with. */
export type UpdateStart = {
  /** Whether it answers later, through S3: such instances have prices of their own. */
  isAsync: boolean;
  run: RunView;
  /** Why the endpoint cannot be updated now; null: it can. */
  refusal: string | null;
  /** Alarms of the account that watch this endpoint. */
  alarms: { name: string; state: string; metric: string; threshold: number | null }[];
  /** Why alarms could not be listed; null: they are. */
  alarmProblem: string | null;
};

export type UpdateEndpointRequest = {
  EndpointName: string;
  EndpointConfigName: string;
  DeploymentConfig?: DeploymentConfigRequest;
  RetainAllVariantProperties?: boolean;
  ExcludeRetainedVariantProperties?: { VariantPropertyType: string }[];
};

export type ContainerRequest = {
  Image?: string;
  ModelDataUrl?: string;
  ModelDataSource?: object;
  Environment?: Record<string, string>;
  [more: string]: unknown;
};
/** CreateModel after the pattern of a model that exists: what this console does not know of it stays. */
export type ModelRequest = {
  ModelName: string;
  PrimaryContainer?: ContainerRequest;
  Containers?: ContainerRequest[];
  [more: string]: unknown;
};
export type VariantRequest = {
  VariantName: string;
  ModelName?: string;
  InstanceType?: string;
  InitialInstanceCount?: number;
  InitialVariantWeight?: number;
  ServerlessConfig?: { MemorySizeInMB: number; MaxConcurrency: number; ProvisionedConcurrency?: number };
  [more: string]: unknown;
};
/** CreateEndpointConfig after the pattern of the one in use. */
export type ConfigRequest = {
  EndpointConfigName: string;
  ProductionVariants: VariantRequest[];
  ShadowProductionVariants?: VariantRequest[];
  DataCaptureConfig?: object;
  [more: string]: unknown;
};

/** The calls of an update in their order; requests that start from what runs hold whatever AWS told of it. */
export type UpdateRequests = {
  models: ModelRequest[];
  alarms: AlarmRequest[];
  /** Null: the configuration exists. */
  endpointConfig: ConfigRequest | null;
  update: UpdateEndpointRequest;
};

/** What the review shows: the calls without secrets. */
export type UpdateReview = { requests: UpdateRequests };

export type UpdateOutcome = "applied" | "applied-differently" | "rolled-back" | "rollback-failed" | "failed" | "gone";

/** What became of an update: what was asked for against what there is. */
export type UpdateVerdict = {
  outcome: UpdateOutcome;
  /** SageMaker's own words; null: it gave none. */
  reason: string | null;
  /** Alarms that stood at ALARM when it ended. */
  alarms: string[];
  rows: { variant: string; field: string; requested: string | null; actual: string | null }[];
  decidedAt: string;
};

/** An update that was made through this console. */
export type UpdateRecord = {
  id: string;
  endpoint: string;
  kind: "update" | "return";
  fromConfig: string;
  toConfig: string;
  requested: RunView;
  differences: Difference[];
  strategy: string;
  memberName: string;
  startedAt: string;
  /** Null: it is under way, or the console never learnt its end. */
  verdict: UpdateVerdict | null;
};

/** A configuration in the history of an endpoint. */
export type HistoryEntry = {
  configName: string;
  /** Null where the configuration or its models are gone and were never seen. */
  run: RunView | null;
  isCurrent: boolean;
  /** Still there in SageMaker, so that it can be returned to; null: not known. */
  exists: boolean;
  /** When this console first and last saw the endpoint with it; null: never. */
  firstSeenAt: string | null;
  lastSeenAt: string | null;
  /** When it was first seen in service with it: what makes it a good one. */
  servedAt: string | null;
  /** How the console knows of it. */
  sources: ("seen" | "update" | "deploy" | "name")[];
};

export type EndpointHistory = {
  entries: HistoryEntry[];
  updates: UpdateRecord[];
  /** The newest configuration beside the current one that has served and still exists; null: there is none. */
  lastGood: string | null;
};
