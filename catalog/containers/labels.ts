import type {
  Container,
  ContainerDevice,
  ContainerFamily,
  ContainerFramework,
  ContainerSource,
  ContainerUse,
  NewerStatus,
} from "./schema";

export const USE_LABELS: Record<ContainerUse, string> = { inference: "Inference", training: "Training" };

export const FAMILY_LABELS: Record<ContainerFamily, { label: string; summary: string; engine: string | null }> = {
  huggingface: { label: "Transformers", summary: "Any pipeline task, PyTorch or TensorFlow", engine: null },
  tgi: { label: "TGI", summary: "Text Generation Inference: large language models", engine: "TGI" },
  tei: { label: "TEI", summary: "Text Embeddings Inference: vectors and rerankers", engine: "TEI" },
  vllm: { label: "vLLM", summary: "Large language models, OpenAI-style requests", engine: null },
  sglang: { label: "SGLang", summary: "Large language models, structured output", engine: null },
  "vllm-omni": { label: "vLLM-Omni", summary: "Models that read and write text, image and sound", engine: null },
  llamacpp: { label: "llama.cpp", summary: "Quantised GGUF models", engine: null },
  neuronx: { label: "Transformers on Neuron", summary: "Inferentia2 and Trainium", engine: null },
  "tgi-neuronx": { label: "TGI on Neuron", summary: "Text generation on Inferentia2", engine: "TGI on Neuron" },
  "vllm-neuronx": { label: "vLLM on Neuron", summary: "vLLM on Inferentia2", engine: "Optimum Neuron" },
  neuron: { label: "Transformers on Inferentia1", summary: "First-generation Inferentia", engine: null },
  "training-compiler": {
    label: "Training Compiler",
    summary: "SageMaker Training Compiler; no longer developed",
    engine: null,
  },
};

export const FRAMEWORK_LABELS: Record<ContainerFramework, string> = {
  pytorch: "PyTorch",
  tensorflow: "TensorFlow",
  vllm: "vLLM",
  sglang: "SGLang",
  "vllm-omni": "vLLM-Omni",
  "llama-cpp": "llama.cpp",
};

export const DEVICE_LABELS: Record<ContainerDevice, string> = {
  cpu: "CPU",
  gpu: "GPU",
  inferentia: "Inferentia",
  inferentia2: "Inferentia2",
  trainium: "Trainium",
};

export const SOURCE_LABELS: Record<ContainerSource, { label: string; meaning: string }> = {
  reference: { label: "Reference page", meaning: "A row of the Hugging Face reference page on SageMaker names it." },
  sdk: { label: "SageMaker SDK", meaning: "The SageMaker Python SDK's configuration names it." },
  aws: { label: "AWS container repository", meaning: "AWS's deep-learning-containers repository names the tag." },
};

export const STATUS_LABELS: Record<NewerStatus, string> = {
  listed: "Listed in AWS's documentation",
  released: "In AWS's release list, not in its documentation",
  planned: "In AWS's release configuration, not released as far as known",
  branch: "On an unmerged branch of AWS's documentation",
  removed: "Was in AWS's documentation, removed since",
};

/** `PyTorch 2.6.0 · transformers 5.5.3 · CPU · Python 3.12`. */
export function describeContainer(container: Container): string {
  const family = FAMILY_LABELS[container.family];
  return [
    container.engineVersion && family.engine ? `${family.engine} ${container.engineVersion}` : null,
    `${FRAMEWORK_LABELS[container.framework]} ${container.frameworkVersion}`,
    container.transformersVersion ? `transformers ${container.transformersVersion}` : null,
    DEVICE_LABELS[container.device],
    container.pythonVersion ? `Python ${container.pythonVersion}` : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
