import type { AsyncRequest } from "./async-request.ts";
import type { Outcome } from "./outcome.ts";

/** The message to the success or the error topic, as AWS's guide to asynchronous inference shows it. */
export function notificationMessage(request: AsyncRequest, outcome: Outcome, now: number): object {
  const { inferenceId, region, input, endpointName, receivedAt, outputLocation, failureLocation } = request;
  const isDone = outcome.type === "answered";
  return {
    awsRegion: region,
    eventTime: new Date(now).toISOString(),
    receivedTime: new Date(receivedAt).toISOString(),
    invocationStatus: isDone ? "Completed" : "Failed",
    ...(!isDone && { failureReason: outcome.reason }),
    requestParameters: {
      ...(request.contentType !== null && { contentType: request.contentType }),
      ...(request.accept !== null && { accept: request.accept }),
      ...(request.customAttributes !== null && { customAttributes: request.customAttributes }),
      endpointName,
      ...(input.type === "s3" && { inputLocation: input.location }),
    },
    ...(isDone
      ? { responseParameters: { contentType: outcome.response.contentType, outputLocation } }
      : failureLocation !== null && { responseParameters: { failureLocation } }),
    inferenceId,
    eventVersion: "1.0",
    eventSource: "aws:sagemaker",
    eventName: "InferenceResult",
  };
}
