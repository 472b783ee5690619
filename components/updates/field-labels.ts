/** What each part of the update form is called, in the form's order: the error summary uses both. */
export const UPDATE_LABELS: Record<string, string> = {
  variants: "Variants",
  dataCaptureUri: "Capture to",
  dataCapturePercent: "Share captured",
  retain: "Keep counts and weights",
  strategy: "Strategy",
  canaryPercent: "Canary",
  linearPercent: "Step",
  batchPercent: "Batch",
  waitSeconds: "Baking period",
  terminationSeconds: "Old instances stay",
  timeoutSeconds: "Longest time",
  alarms: "Alarms",
  watchErrors: "Alarm on errors",
  watchLatencyMs: "Alarm on latency",
  endpointName: "Endpoint",
  baseConfig: "Endpoint configuration",
};
