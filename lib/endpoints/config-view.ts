/** How an endpoint answers: at once, at once without instances of its own, or later through S3. */
export type EndpointMode = "real-time" | "serverless" | "async";

/** How a serverless variant is set up; `provisioned` environments are kept ready and billed all the time. */
export type ServerlessView = { memoryMiB: number; maxConcurrency: number; provisioned?: number };

/** How a variant without a model of its own hosts inference components. */
export type HostingView = {
  /** Between how many instances SageMaker keeps it; null: their number stays. */
  managed: { min: number; max: number } | null;
  routing: string | null;
};

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
  /** Only where there is no model: components bring theirs. */
  hosting?: HostingView;
};

/** True for an endpoint whose instances hold inference components. */
export function hostsComponents({ variants }: { variants: readonly { hosting?: HostingView }[] }): boolean {
  return variants.some(({ hosting }) => hosting !== undefined);
}

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
