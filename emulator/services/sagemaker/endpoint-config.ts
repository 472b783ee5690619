import type { Resource } from "./resources.ts";
import type { VariantDefinition } from "./variant.ts";

export type EndpointConfigDefinition = {
  EndpointConfigName: string;
  ProductionVariants: VariantDefinition[];
  ShadowProductionVariants?: VariantDefinition[];
  ExecutionRoleArn?: string;
  AsyncInferenceConfig?: object;
  DataCaptureConfig?: DataCaptureConfig;
};

export type DataCaptureConfig = {
  EnableCapture?: boolean;
  InitialSamplingPercentage: number;
  DestinationS3Uri: string;
  KmsKeyId?: string;
};

export type EndpointConfig = Resource & { definition: EndpointConfigDefinition };
