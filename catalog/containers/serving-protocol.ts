import { containers } from "./data";
import type { Container, ContainerFamily } from "./schema";
import { containerByName } from "./select";

/** What requests and answers of a serving container look like. */
export type ServingProtocol = "toolkit" | "tgi" | "openai-chat" | "tei";

/** What a caller has to know of each protocol. `canStream`: InvokeEndpointWithResponseStream brings tokens as they are made. */
export const SERVING_PROTOCOLS: Record<ServingProtocol, { label: string; summary: string; canStream: boolean }> = {
  toolkit: {
    label: "Transformers pipeline",
    summary: "inputs and parameters of a pipeline task; the answer comes in one piece",
    canStream: false,
  },
  tgi: {
    label: "TGI",
    summary: "inputs and generation parameters, or messages; streams with stream: true",
    canStream: true,
  },
  "openai-chat": {
    label: "OpenAI chat",
    summary: "messages as in OpenAI's chat completions; streams with stream: true",
    canStream: true,
  },
  tei: { label: "TEI", summary: "inputs in, one vector for each out", canStream: false },
};

const BY_FAMILY: Record<ContainerFamily, ServingProtocol> = {
  huggingface: "toolkit",
  neuron: "toolkit",
  neuronx: "toolkit",
  "training-compiler": "toolkit",
  tgi: "tgi",
  "tgi-neuronx": "tgi",
  vllm: "openai-chat",
  "vllm-neuronx": "openai-chat",
  "vllm-omni": "openai-chat",
  sglang: "openai-chat",
  llamacpp: "openai-chat",
  tei: "tei",
};

/** An image name cut into its parts; a registry that is no ECR host and a missing tag are fine. */
function nameParts(image: string): { repository: string; tag: string } {
  const path = image.trim().split("@")[0]?.split("/").at(-1) ?? "";
  const [repository = "", tag = ""] = path.split(":");
  return { repository, tag };
}

/**
 * The inference family of an image: of the image itself when the catalogue has it, else of the images of the same
 * repository, so that newer tags and copies in another account count too. null: not a Hugging Face inference image.
 */
export function servingFamily(image: string): ContainerFamily | null {
  const { repository, tag } = nameParts(image);
  const known = containerByName(repository, tag);
  if (known) return known.use === "inference" ? known.family : null;
  const relatives = containers.filter((row) => row.repository === repository && row.use === "inference");
  // TGI for GPUs and for Neuron lie in one repository.
  const isNeuron = (row: Container) => row.tag.includes("-neuron");
  const relative = relatives.find((row) => isNeuron(row) === tag.includes("-neuron")) ?? relatives[0];
  return relative?.family ?? null;
}

/** The protocol that an image's container speaks at /invocations; null: not a Hugging Face inference image. */
export function servingProtocol(image: string): ServingProtocol | null {
  const family = servingFamily(image);
  return family && BY_FAMILY[family];
}

/**
 * The version of the model server in an image, read off its tag; null when the tag names none. TGI on Neuron goes by
 * the version of Optimum Neuron.
 */
export function engineVersion(image: string): [number, number, number] | null {
  const { tag } = nameParts(image);
  const family = servingFamily(image);
  if (!family || BY_FAMILY[family] === "toolkit") return null;
  const named = BY_FAMILY[family] === "openai-chat" ? /^(\d+)\.(\d+)(?:\.(\d+))?(?:-|$)/ : ENGINE_IN_TAG;
  const match = named.exec(tag);
  return match && [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}

const ENGINE_IN_TAG = /(?:^|-)(?:tgi|tei|optimum)(\d+)\.(\d+)(?:\.(\d+))?(?:-|$)/;
