/** A ProductionVariant of an endpoint configuration, as far as the emulator acts on it. */
export type VariantDefinition = {
  VariantName: string;
  ModelName?: string;
  InitialInstanceCount?: number;
  InstanceType?: string;
  InitialVariantWeight?: number;
  ServerlessConfig?: ServerlessConfig;
  InferenceAmiVersion?: string;
  ManagedInstanceScaling?: ManagedInstanceScaling;
  RoutingConfig?: object;
};

export type ServerlessConfig = { MemorySizeInMB: number; MaxConcurrency: number; ProvisionedConcurrency?: number };

/** How SageMaker changes the number of instances by itself, on endpoints that host inference components. */
export type ManagedInstanceScaling = {
  Status?: "ENABLED" | "DISABLED";
  MinInstanceCount?: number;
  MaxInstanceCount?: number;
};

/**
 * What an endpoint runs for a variant. It holds all that its container was started with, because model and
 * configuration may be deleted while the endpoint goes on.
 */
export type Variant = {
  name: string;
  instanceType: string | null;
  instanceCount: number;
  /** Of a variant whose instances SageMaker manages: how many are to be there; left out: as many as there are. */
  desiredInstanceCount?: number;
  weight: number;
  serverless: ServerlessConfig | null;
  routing: object | null;
  /** The host image that was asked for; left out by what older versions kept. */
  inferenceAmiVersion?: string | null;
  /** Of a variant that runs inference components instead of a model of its own, which then has no image. */
  hosting?: { managedScaling: ManagedInstanceScaling | null };
  image: string;
  modelDataUrl: string | null;
  environment: Record<string, string>;
  /** When the image's tag was looked up, epoch milliseconds. */
  resolvedAt: number;
};
