/** How an endpoint answers: at once, at once without instances of its own, or later through S3. */
export type EndpointMode = "real-time" | "serverless" | "async";

/** How a serverless variant is set up; `provisioned` environments are kept ready and billed all the time. */
export type ServerlessView = { memoryMiB: number; maxConcurrency: number; provisioned?: number };

/** One production variant as an endpoint config asks for it. */
export type ConfiguredVariant = {
  name: string;
  modelName: string | null;
  instanceType: string | null;
  initialInstances: number | null;
  initialWeight: number | null;
  /** The host image that was asked for; null: SageMaker's default. */
  inferenceAmiVersion: string | null;
  serverless: ServerlessView | null;
};

/** An endpoint config; SageMaker never changes one after it is made. */
export type EndpointConfigView = {
  name: string;
  arn: string;
  createdAt: string | null;
  mode: EndpointMode;
  /** How often each instance publishes its utilisation. */
  metricFrequencySeconds: number;
  variants: ConfiguredVariant[];
  /** Variants that get copies of requests and whose answers nobody sees. */
  shadows: ConfiguredVariant[];
  /** Null: no request is captured. */
  dataCapture: { uri: string; percent: number } | null;
};
