import type { AlarmRequest } from "@/lib/alarms/schema";
import type { AsyncInferenceConfig } from "@/lib/async/view";
import type { PutScalingPolicyRequest, RegisterTargetRequest } from "@/lib/scaling/requests";

import type { DeployMode } from "./mode-fields";

export type Tag = { Key: string; Value: string };

/** The CreateModel call of a deploy, as it goes over the wire. */
export type CreateModelRequest = {
  ModelName: string;
  ExecutionRoleArn: string;
  PrimaryContainer: { Image: string; Environment: Record<string, string>; ModelDataUrl?: string };
  VpcConfig?: { SecurityGroupIds: string[]; Subnets: string[] };
  EnableNetworkIsolation?: boolean;
  Tags?: Tag[];
};

export type ServerlessConfig = { MemorySizeInMB: number; MaxConcurrency: number; ProvisionedConcurrency?: number };

export type ProductionVariant = {
  VariantName: string;
  ModelName: string;
  InitialVariantWeight: number;
  /** A serverless variant has neither count nor type. */
  InitialInstanceCount?: number;
  InstanceType?: string;
  ServerlessConfig?: ServerlessConfig;
  VolumeSizeInGB?: number;
  ModelDataDownloadTimeoutInSeconds?: number;
  ContainerStartupHealthCheckTimeoutInSeconds?: number;
  InferenceAmiVersion?: string;
};

/** The CreateEndpointConfig call of a deploy. */
export type CreateEndpointConfigRequest = {
  EndpointConfigName: string;
  ProductionVariants: ProductionVariant[];
  AsyncInferenceConfig?: AsyncInferenceConfig;
  DataCaptureConfig?: {
    EnableCapture: boolean;
    InitialSamplingPercentage: number;
    DestinationS3Uri: string;
    CaptureOptions: { CaptureMode: "Input" | "Output" }[];
  };
  KmsKeyId?: string;
  Tags?: Tag[];
};

/** A variant without a model: components are put on its instances later. */
export type HostingVariant = {
  VariantName: string;
  InstanceType: string;
  InitialInstanceCount: number;
  /** SageMaker adds and removes instances as copies need them. */
  ManagedInstanceScaling?: { Status: "ENABLED"; MinInstanceCount: number; MaxInstanceCount: number };
  RoutingConfig: { RoutingStrategy: "LEAST_OUTSTANDING_REQUESTS" | "RANDOM" };
};

/** The CreateEndpointConfig call of an endpoint that hosts inference components; the role stands here, not on a model. */
export type HostingConfigRequest = {
  EndpointConfigName: string;
  ExecutionRoleArn: string;
  ProductionVariants: HostingVariant[];
  Tags?: Tag[];
};

/** The CreateEndpoint call of a deploy. */
export type CreateEndpointRequest = { EndpointName: string; EndpointConfigName: string; Tags: Tag[] };

/** The calls that make an endpoint, in order. */
export type DeployRequests = {
  model: CreateModelRequest;
  endpointConfig: CreateEndpointConfigRequest;
  endpoint: CreateEndpointRequest;
  /** What scales an asynchronous endpoint from nothing; sent when it is in service. */
  scaling?: { target: RegisterTargetRequest; policy: PutScalingPolicyRequest };
  /** What watches it; sent when it is in service, so that none goes off while it starts. */
  alarms?: AlarmRequest[];
};

/** What the progress page says about a deploy: no environment, no token. */
export type DeploySummary = {
  endpointName: string;
  endpointConfigName: string;
  modelName: string;
  image: string;
  instanceType: string;
  instanceCount: number;
  /** What is served, in words a person recognises: `bundled/afinn-sentiment`, an S3 address, a Hub id. */
  source: string;
  task: string | null;
  /** Deploys of before were real-time. */
  mode?: DeployMode;
  /** Deploys of before did not say. */
  hasOwnCode?: boolean;
};
