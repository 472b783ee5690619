/** What the progress page says of an endpoint that is made for components. */
export type HostingSummary = {
  endpointName: string;
  endpointConfigName: string;
  instanceType: string;
  instanceCount: number;
  managed: { min: number; max: number } | null;
};
