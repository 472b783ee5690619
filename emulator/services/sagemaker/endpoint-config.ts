import type { Resource } from "./resources.ts";
import type { VariantDefinition } from "./variant.ts";

export type EndpointConfigDefinition = {
  EndpointConfigName: string;
  ProductionVariants: VariantDefinition[];
  ShadowProductionVariants?: VariantDefinition[];
  ExecutionRoleArn?: string;
  AsyncInferenceConfig?: AsyncInferenceConfig;
  DataCaptureConfig?: DataCaptureConfig;
};

/** What makes an endpoint answer through S3. */
export type AsyncInferenceConfig = {
  OutputConfig: {
    S3OutputPath?: string;
    S3FailurePath?: string;
    KmsKeyId?: string;
    NotificationConfig?: { SuccessTopic?: string; ErrorTopic?: string };
  };
  ClientConfig?: { MaxConcurrentInvocationsPerInstance?: number };
};

export type DataCaptureConfig = {
  EnableCapture?: boolean;
  InitialSamplingPercentage: number;
  DestinationS3Uri: string;
  KmsKeyId?: string;
  CaptureOptions?: { CaptureMode: string }[];
};

export type EndpointConfig = Resource & { definition: EndpointConfigDefinition };
