/** A ProductionVariant of an endpoint configuration, as far as the emulator acts on it. */
export type VariantDefinition = {
  VariantName: string;
  ModelName?: string;
  InitialInstanceCount?: number;
  InstanceType?: string;
  InitialVariantWeight?: number;
  ServerlessConfig?: ServerlessConfig;
  ManagedInstanceScaling?: object;
  RoutingConfig?: object;
};

export type ServerlessConfig = { MemorySizeInMB: number; MaxConcurrency: number; ProvisionedConcurrency?: number };

/**
 * What an endpoint runs for a variant. It holds all that its container was started with, because model and
 * configuration may be deleted while the endpoint goes on.
 */
export type Variant = {
  name: string;
  instanceType: string | null;
  instanceCount: number;
  weight: number;
  serverless: ServerlessConfig | null;
  routing: object | null;
  image: string;
  modelDataUrl: string | null;
  environment: Record<string, string>;
  /** When the image's tag was looked up, epoch milliseconds. */
  resolvedAt: number;
};
