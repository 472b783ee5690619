import { createHash } from "node:crypto";
import { instanceId } from "../../../container/model-key.ts";
import type { EmulatorContext } from "../../../context.ts";
import type { StoredObject } from "../../s3/storage/types.ts";
import type { AsyncInferenceConfig } from "../../sagemaker/endpoint-config.ts";
import { recordEnd } from "./async-metrics.ts";
import { readPlace } from "./locations.ts";
import { notificationMessage } from "./notification-message.ts";
import type { Notifications } from "./notifications.ts";
import type { Outcome } from "./outcome.ts";
import type { QueuedRequest, RequestQueue } from "./request-queue.ts";

export type Ended = {
  request: QueuedRequest;
  outcome: Outcome;
  config: AsyncInferenceConfig;
  startedAt: number | null;
  downloadUs: number | null;
};

/**
 * Ends a request: its object appears, it leaves the queue and its notification is kept in one step, so that a crash
 * leaves either all or nothing. Nothing happens when the emulator is stopping, or the request went with its endpoint.
 */
export async function finishRequest(
  context: EmulatorContext,
  queue: RequestQueue,
  notifications: Notifications,
  ended: Ended,
): Promise<void> {
  const { request, config, startedAt, downloadUs } = ended;
  const beganAt = performance.now();
  const answer = await writeBlob(context, request, ended.outcome);
  const uploadFailed = answer === "no-bucket";
  const outcome = uploadFailed ? uploadFailure(request, ended.outcome) : ended.outcome;
  const written = outcome === ended.outcome ? answer : await writeBlob(context, request, outcome);
  if (context.stopping.aborted) return;
  const now = context.clock.now();
  const { SuccessTopic, ErrorTopic } = config.OutputConfig.NotificationConfig ?? {};
  const topicArn = outcome.type === "answered" ? SuccessTopic : ErrorTopic;
  const isOurs = queue.take(request.seq, () => {
    if (typeof written === "object") context.objects.objects.put({ ...written, modifiedAt: now });
    if (topicArn) {
      const message = notificationMessage(request, outcome, now);
      notifications.add({ at: now, region: request.region, topicArn, message });
    }
  });
  if (!isOurs) return;
  const uploadUs = typeof written === "object" ? Math.round((performance.now() - beganAt) * 1000) : null;
  recordEnd(context, request, outcome, {
    startedAt,
    endedAt: now,
    downloadUs,
    uploadUs,
    uploadFailed,
  });
  logEnd(context, request, outcome);
}

type Written = Omit<StoredObject, "modifiedAt"> | "nowhere" | "no-bucket";

async function writeBlob({ objects }: EmulatorContext, request: QueuedRequest, outcome: Outcome): Promise<Written> {
  const isDone = outcome.type === "answered";
  const location = isDone ? request.outputLocation : request.failureLocation;
  const place = location === null ? null : readPlace(location);
  if (!place) return "nowhere";
  if (!objects.buckets.get(place.bucket)) return "no-bucket";
  const body = isDone ? outcome.response.body : Buffer.from(outcome.reason);
  const draft = await objects.blobs.draft(chunksOf(body));
  const blob = await draft.keep();
  return {
    ...place,
    blob,
    size: body.length,
    etag: createHash("md5").update(body).digest("hex"),
    headers: { "content-type": isDone ? outcome.response.contentType : "text/plain" },
    checksum: null,
    parts: [],
    tags: {},
  };
}

async function* chunksOf(body: Buffer): AsyncGenerator<Uint8Array> {
  yield body;
}

function uploadFailure({ outputLocation }: QueuedRequest, outcome: Outcome): Outcome {
  if (outcome.type !== "answered") return outcome;
  const reason = `Unable to upload the response to ${outputLocation}: the bucket does not exist.`;
  return { type: "failed", response: null, reason };
}

/** The line that SageMaker writes beside the container's own stream, in its time stamp's form. */
function logEnd({ telemetry, clock }: EmulatorContext, request: QueuedRequest, outcome: Outcome): void {
  const { region, endpointName, variantName, inferenceId } = request;
  const at = clock.now();
  const text = outcome.type === "answered" ? `Inference request completed: ${request.outputLocation}` : outcome.reason;
  const stamp = new Date(at).toISOString().replace("Z", "");
  const stream = `${variantName}/${instanceId(endpointName, variantName)}/data-log`;
  telemetry.putLog(region, `/aws/sagemaker/Endpoints/${endpointName}`, stream, [
    { at, message: `${stamp}:[sagemaker logs] [${inferenceId}] ${text}` },
  ]);
}
