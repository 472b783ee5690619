import type { EndpointMode, HostingView, ServerlessView } from "./config-view";
import type { HourlyCost } from "./cost";
import type { ContainerView, ModelSource } from "./model-view";
import type { EndpointStatus, EndpointView, RunningVariant } from "./view";

/** A variant with everything behind it: what runs, on what, from where. */
export type VariantDetail = {
  name: string;
  modelName: string | null;
  /** True when the config names a model that is gone; the endpoint still runs, but cannot be updated. */
  isModelMissing: boolean;
  executionRoleArn: string | null;
  container: ContainerView | null;
  source: ModelSource | null;
  task: string | null;
  instanceType: string | null;
  /** The host image that was asked for; null: SageMaker's default. */
  inferenceAmiVersion: string | null;
  currentInstances: number | null;
  desiredInstances: number | null;
  /** Share of the traffic, 0 to 1. */
  trafficShare: number;
  serverless: ServerlessView | null;
  /** Only where there is no model: components bring theirs. */
  hosting?: HostingView;
  stages: { stage: string; message: string | null; since: string | null }[];
  cost: HourlyCost;
};

/** Everything the endpoint's page shows. */
export type EndpointDetail = Omit<EndpointView, "variants"> & {
  mode: EndpointMode;
  /** The task of the variant with the most traffic. */
  task: string | null;
  isConfigMissing: boolean;
  metricFrequencySeconds: number;
  variants: VariantDetail[];
  /** The variants that answer as SageMaker describes them; while an update runs, the old fleet. */
  oldFleet: RunningVariant[];
  /** What its shadow variants run on: they answer nobody, and cost as others do. */
  shadowFleets: ShadowFleet[];
  cost: HourlyCost;
};

export type ShadowFleet = { name: string; instanceType: string | null; instances: number | null };

/** What a row of the table shows beyond ListEndpoints. */
export type EndpointRow = {
  name: string;
  /** As described: what is shown here belongs to this status, which may be a few seconds behind the list's. */
  status: EndpointStatus;
  task: string | null;
  model: string | null;
  mode: EndpointMode;
  /** `1 × ml.m5.xlarge`, one entry per variant. */
  fleets: string[];
  /** From its expiry tag; null: none, or its tags could not be read. */
  expiresAt?: string | null;
  cost: HourlyCost;
};
