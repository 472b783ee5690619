import type { EndpointMode } from "@/lib/endpoints/config-view";
import type { ContainerView } from "@/lib/endpoints/model-view";
import { formatBytes } from "@/lib/format/bytes";

import { MAX_BODY_BYTES } from "./limits";

const MIB = 1024 ** 2;

/** A size that a request must not pass on its way, and who stops it there. */
export type PayloadLimit = { bytes: number; who: string };

/** What SageMaker takes at most (Model Hosting FAQs; "Serverless Inference", "Asynchronous inference"). */
const BY_MODE: Record<EndpointMode, PayloadLimit> = {
  "real-time": { bytes: MAX_BODY_BYTES, who: "A real-time endpoint" },
  serverless: { bytes: 4 * MIB, who: "A serverless endpoint" },
  async: { bytes: 1024 * MIB, who: "An async endpoint" },
};

/** `max_request_size` of multi-model-server, which only the images with the inference toolkit run. */
const SERVER_BYTES = 6_553_500;
const TOOLKIT_IMAGE = /\/huggingface-(pytorch|tensorflow)-inference(-neuronx?)?:/;

/** The smallest of the limits between this page and the model, as far as the endpoint's settings tell. */
export function payloadLimit(mode: EndpointMode, container: ContainerView | null): PayloadLimit {
  const service = BY_MODE[mode];
  const server = serverLimit(container);
  return server && server.bytes < service.bytes ? server : service;
}

/** `MMS_*` wins over `SAGEMAKER_*`: the server reads its own variables after the file that the toolkit writes. */
function serverLimit(container: ContainerView | null): PayloadLimit | null {
  if (!container?.image || !TOOLKIT_IMAGE.test(container.image)) return null;
  const number = (name: string) => {
    const value = Number(container.environment.find((entry) => entry.name === name)?.value);
    return Number.isInteger(value) && value > 0 ? value : null;
  };
  const payloadMiB = number("SAGEMAKER_MAX_PAYLOAD_IN_MB");
  const bytes = number("MMS_MAX_REQUEST_SIZE") ?? (payloadMiB ? payloadMiB * MIB : SERVER_BYTES);
  return { bytes, who: "The container's model server" };
}

/** What is to be said of a body before it is sent; null while it is within the limit. */
export function payloadWarning(bytes: number, { bytes: limit, who }: PayloadLimit): string | null {
  return bytes <= limit ? null : `The input is ${formatBytes(bytes)}. ${who} takes at most ${formatBytes(limit)}.`;
}
