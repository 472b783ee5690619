import type { DeployInput } from "./schema";

export type DeployNames = { model: string; endpointConfig: string; endpoint: string };

const MAX_NAME_LENGTH = 63;

/** The SageMaker Python SDK's `name_from_base`: the base, cut so that a time stamp of 23 characters still fits. */
export function nameFromBase(base: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 23).replace(/[T:.]/g, "-");
  const room = MAX_NAME_LENGTH - stamp.length - 1;
  return `${base.slice(0, room).replace(/-+$/, "")}-${stamp}`;
}

/**
 * The names one deploy uses, decided once: a repeat after a crash then finds what exists.
 * The stamped configuration name also proves that an endpoint with a chosen name is this deploy's.
 */
export function deployNames(input: Pick<DeployInput, "endpointName" | "image">, now: Date): DeployNames {
  if (input.endpointName) {
    const stamped = nameFromBase(input.endpointName, now);
    return { model: stamped, endpointConfig: stamped, endpoint: input.endpointName };
  }
  // As the Python SDK does: the model first, then one later stamp for configuration and endpoint.
  const base = repositoryName(input.image);
  const endpoint = nameFromBase(base, new Date(now.getTime() + 1));
  return { model: nameFromBase(base, now), endpointConfig: endpoint, endpoint };
}

/** `huggingface-pytorch-inference` of an image address. */
export function repositoryName(image: string): string {
  const path = image.split(/[:@]/)[0] ?? image;
  const last = path.split("/").at(-1) ?? path;
  return last.replace(/[^a-zA-Z0-9-]+/g, "-").replace(/^-+/, "") || "huggingface";
}

/** An endpoint name made of a model's id: `distilbert/distilbert-base` gives `distilbert-base`. */
export function suggestEndpointName(modelId: string): string {
  const last = modelId.trim().split("/").at(-1) ?? "";
  const words = last.split(/[^a-zA-Z0-9]+/).filter(Boolean);
  return words.join("-").slice(0, MAX_NAME_LENGTH).replace(/-+$/, "").toLowerCase();
}
