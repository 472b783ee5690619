import { readFile } from "node:fs/promises";
import type { EmulatorContext } from "../../../context.ts";
import { modelError } from "../model-error.ts";
import { instancesBehind, type ServingVariant } from "../serving-endpoint.ts";
import { readPlace } from "./locations.ts";
import type { Outcome } from "./outcome.ts";
import type { QueuedRequest, RequestQueue } from "./request-queue.ts";

/** SageMaker's limit for the payload of an asynchronous request. */
const MAX_INPUT_BYTES = 1024 ** 3;

export type RanRequest = { outcome: Outcome; downloadUs: number | null };

/** Fetches the payload and asks the container. `signal` is aborted when its time is over. */
export async function runRequest(
  context: EmulatorContext,
  queue: RequestQueue,
  request: QueuedRequest,
  variant: ServingVariant,
  signal: AbortSignal,
): Promise<RanRequest> {
  const startedAt = performance.now();
  const input = await readInput(context, queue, request);
  if ("reason" in input) return { outcome: { type: "no-input", reason: input.reason }, downloadUs: null };
  const downloadUs = request.input.type === "s3" ? Math.round((performance.now() - startedAt) * 1000) : null;
  const response = await context.inference.invoke(
    variant.target,
    {
      contentType: request.contentType ?? input.contentType,
      accept: request.accept,
      body: input.body,
      customAttributes: request.customAttributes,
    },
    {
      signal,
      timeoutMs: request.timeoutMs,
      tokenDelayMs: context.behaviour.stream.tokenDelayMs,
      instances: instancesBehind(variant),
    },
  );
  if (response.status >= 200 && response.status < 300) return { outcome: { type: "answered", response }, downloadUs };
  const reason = modelError(variant.target, response).message;
  return { outcome: { type: "failed", response, reason }, downloadUs };
}

type Input = { body: Buffer; contentType: string | null } | { reason: string };

async function readInput({ objects }: EmulatorContext, queue: RequestQueue, request: QueuedRequest): Promise<Input> {
  if (request.input.type === "inline") return { body: queue.bodyOf(request.seq), contentType: null };
  const { location } = request.input;
  const place = readPlace(location);
  const object = place && objects.objects.get(place.bucket, place.key);
  if (!object) return { reason: `Unable to download the request payload from ${location}: the object does not exist.` };
  if (object.size > MAX_INPUT_BYTES) {
    return { reason: `The request payload at ${location} has ${object.size} bytes; at most 1 GB are allowed.` };
  }
  try {
    const body = await readFile(objects.blobs.pathOf(object.blob));
    return { body, contentType: object.headers["content-type"] ?? null };
  } catch {
    return { reason: `Unable to download the request payload from ${location}: it was overwritten or deleted.` };
  }
}
