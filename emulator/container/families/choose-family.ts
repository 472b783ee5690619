import type { ContainerFamily } from "@/catalog/containers/schema.ts";
import { servingFamily } from "@/catalog/containers/serving-protocol.ts";
import type { Family } from "./family.ts";
import { sglang } from "./sglang/family.ts";
import { tei } from "./tei/family.ts";
import { tgi } from "./tgi/family.ts";
import { toolkit } from "./toolkit/family.ts";
import { vllm } from "./vllm/family.ts";

const BY_CATALOGUE: Record<ContainerFamily, Family> = {
  huggingface: toolkit,
  neuron: toolkit,
  neuronx: toolkit,
  "training-compiler": toolkit,
  tgi,
  "tgi-neuronx": tgi,
  vllm,
  "vllm-neuronx": vllm,
  "vllm-omni": vllm,
  // Its server answers OpenAI's requests too; what runs here is not GGUF.
  llamacpp: vllm,
  sglang,
  tei,
};

/** The family that an image belongs to; images that nobody knows are taken for the inference toolkit's. */
export function chooseFamily(image: string): Family {
  const family = servingFamily(image);
  return family ? BY_CATALOGUE[family] : toolkit;
}
