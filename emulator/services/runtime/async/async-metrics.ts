import type { EmulatorContext } from "../../../context.ts";
import type { AsyncRequest } from "./async-request.ts";
import type { Outcome } from "./outcome.ts";

export type Times = {
  /** Epoch milliseconds of the emulator's clock. */
  startedAt: number | null;
  endedAt: number;
  downloadUs: number | null;
  uploadUs: number | null;
  uploadFailed: boolean;
};

type Put = (name: string, value: number, unit: string) => void;

/** What CloudWatch shows of one request that has ended. */
export function recordEnd(context: EmulatorContext, request: AsyncRequest, outcome: Outcome, times: Times): void {
  const put = putter(context, request.region, [
    { Name: "EndpointName", Value: request.endpointName },
    { Name: "VariantName", Value: request.variantName },
  ]);
  const { startedAt, endedAt } = times;
  put("TimeInBacklog", (startedAt ?? endedAt) - request.receivedAt, "Milliseconds");
  put("TotalProcessingTime", endedAt - request.receivedAt, "Milliseconds");
  if (outcome.type === "answered") {
    put("InvocationsProcessed", 1, "Count");
    // The stored AWS page spells it with three s.
    put("InvocationsProcesssed", 1, "Count");
  } else put("InvocationFailures", 1, "Count");
  put("ExpiredRequests", outcome.type === "expired" ? 1 : 0, "Count");
  put("RequestDownloadFailures", outcome.type === "no-input" ? 1 : 0, "Count");
  put("ResponseUploadFailures", times.uploadFailed ? 1 : 0, "Count");
  if (times.downloadUs !== null) put("RequestDownloadLatency", times.downloadUs, "Microseconds");
  if (times.uploadUs !== null) put("ResponseUploadLatency", times.uploadUs, "Microseconds");
  if ("response" in outcome && outcome.response) {
    const { status, modelLatencyUs } = outcome.response;
    put("Invocation4XXErrors", status >= 400 && status < 500 ? 1 : 0, "None");
    put("Invocation5XXErrors", status >= 500 ? 1 : 0, "None");
    put("InvocationModelErrors", outcome.type === "answered" ? 0 : 1, "None");
    put("ModelLatency", modelLatencyUs, "Microseconds");
  }
}

export type Backlog = { waiting: number; oldestAt: number | null; instances: number };

/**
 * The state of an endpoint's queue, published each minute. While there is no instance, all that waits counts as one
 * instance's: AWS's guide says that target tracking leaves zero once more than its target waits.
 */
export function recordBacklog(context: EmulatorContext, region: string, endpointName: string, backlog: Backlog): void {
  const put = putter(context, region, [{ Name: "EndpointName", Value: endpointName }]);
  const { waiting, oldestAt, instances } = backlog;
  put("ApproximateBacklogSize", waiting, "Count");
  put("ApproximateBacklogSizePerInstance", waiting / Math.max(1, instances), "Count");
  put("ApproximateAgeOfOldestRequest", oldestAt === null ? 0 : (context.clock.now() - oldestAt) / 1000, "Seconds");
  put("HasBacklogWithoutCapacity", waiting > 0 && instances === 0 ? 1 : 0, "Count");
}

function putter(
  { telemetry, clock }: EmulatorContext,
  region: string,
  dimensions: { Name: string; Value: string }[],
): Put {
  const at = clock.now();
  return (name, value, unit) =>
    telemetry.putMetric(region, { namespace: "AWS/SageMaker", name, dimensions, value, unit, at });
}
