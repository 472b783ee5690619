import { createHash, randomUUID } from "node:crypto";
import type { ContainerRequest, ContainerResponse } from "../../container/inference-host.ts";
import type { EmulatorContext } from "../../context.ts";
import type { DataCaptureConfig } from "../sagemaker/endpoint-config.ts";
import { readPlace } from "./async/locations.ts";
import type { ServingEndpoint, ServingVariant } from "./serving-endpoint.ts";

type Captured = { inferenceId: string | null; request: ContainerRequest; response: ContainerResponse };

/**
 * Writes a request and its answer where the endpoint's DataCaptureConfig says, in SageMaker's form of JSON Lines:
 * `<endpoint>/<variant>/yyyy/mm/dd/hh/<file>.jsonl`. A missing bucket captures nothing, and refuses nothing.
 */
export async function captureInvocation(
  context: EmulatorContext,
  { name, dataCapture }: ServingEndpoint,
  variant: ServingVariant,
  { inferenceId, request, response }: Captured,
): Promise<void> {
  if (!dataCapture?.EnableCapture || response.status < 200 || response.status > 299) return;
  if (Math.random() * 100 >= dataCapture.InitialSamplingPercentage) return;
  const { clock, objects } = context;
  const at = new Date(clock.now());
  const [day = "", time = ""] = at.toISOString().split("T");
  const file = `${time.slice(3, 12).replaceAll(/[:.]/g, "-")}-${randomUUID()}.jsonl`;
  const prefix = dataCapture.DestinationS3Uri.replace(/\/+$/, "");
  const hour = `${day.replaceAll("-", "/")}/${time.slice(0, 2)}`;
  const place = readPlace(`${prefix}/${name}/${variant.name}/${hour}/${file}`);
  if (!place || !objects.buckets.get(place.bucket)) return;
  const line = captureLine(dataCapture, { inferenceId, request, response }, at);
  const body = Buffer.from(`${line}\n`);
  const draft = await objects.blobs.draft(chunksOf(body));
  objects.objects.put({
    ...place,
    blob: await draft.keep(),
    size: body.length,
    etag: createHash("md5").update(body).digest("hex"),
    headers: { "content-type": "application/x-jsonlines" },
    checksum: null,
    parts: [],
    tags: {},
    modifiedAt: at.getTime(),
  });
}

function captureLine(config: DataCaptureConfig, { inferenceId, request, response }: Captured, at: Date): string {
  const modes = (config.CaptureOptions ?? []).map(({ CaptureMode }) => CaptureMode);
  const wants = (mode: string): boolean => modes.includes(mode) || modes.includes("InputAndOutput");
  return JSON.stringify({
    captureData: {
      ...(wants("Input") && { endpointInput: part("INPUT", request.contentType, request.body) }),
      ...(wants("Output") && { endpointOutput: part("OUTPUT", response.contentType, response.body) }),
    },
    eventMetadata: {
      eventId: randomUUID(),
      ...(inferenceId && { inferenceId }),
      inferenceTime: `${at.toISOString().slice(0, 19)}Z`,
    },
    eventVersion: "0",
  });
}

/** JSON and CSV as they are, everything else in base 64, as CaptureContentTypeHeader's default has it. */
function part(mode: "INPUT" | "OUTPUT", contentType: string | null, body: Buffer): object {
  const encoding = contentType?.includes("json") ? "JSON" : contentType?.includes("csv") ? "CSV" : "BASE64";
  const data = body.toString(encoding === "BASE64" ? "base64" : "utf8");
  return { observedContentType: contentType, mode, data, encoding };
}

async function* chunksOf(body: Buffer): AsyncGenerator<Uint8Array> {
  yield body;
}
