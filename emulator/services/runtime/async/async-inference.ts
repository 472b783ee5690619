import type { EmulatorContext } from "../../../context.ts";
import type { AwsRequest } from "../../../protocol/aws-request.ts";
import type { FindServing } from "../serving-endpoint.ts";
import { acceptRequest } from "./accept-request.ts";
import { createBacklogMeter, type ListAsyncEndpoints } from "./backlog-meter.ts";
import { createDispatcher } from "./dispatcher.ts";
import { openNotifications } from "./notifications.ts";
import { openRequestQueue } from "./request-queue.ts";

/** Asynchronous inference: a durable queue, answered into S3. */
export type AsyncInference = {
  /** InvokeEndpointAsync: 202 as soon as the request is on disk. */
  invoke(request: AwsRequest, endpointName: string): Promise<void>;
  close(): void;
};

export function createAsyncInference(
  context: EmulatorContext,
  findServing: FindServing,
  listEndpoints: ListAsyncEndpoints,
): AsyncInference {
  const queue = openRequestQueue(context.database);
  const notifications = openNotifications(context.database);
  const meter = createBacklogMeter(context, listEndpoints);
  const measure = (): void => meter(() => dispatcher.waiting());
  const dispatcher = createDispatcher(context, findServing, queue, notifications, measure);
  // A clock that is put forward passes minutes of its own, and alarms over them need their data.
  context.clock.onMove(measure, context.stopping);
  return {
    async invoke(asked, endpointName) {
      const { request, body } = await acceptRequest(asked, endpointName, findServing, context.clock.now());
      queue.add(request, body);
      const text = JSON.stringify({ InferenceId: request.inferenceId });
      asked.res.writeHead(202, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text),
        "x-amzn-sagemaker-outputlocation": request.outputLocation,
        ...(request.failureLocation !== null && { "x-amzn-sagemaker-failurelocation": request.failureLocation }),
      });
      asked.res.end(text);
      dispatcher.look();
    },
    close: () => dispatcher.close(),
  };
}
