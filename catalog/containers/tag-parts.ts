import { DEVICE_LABELS, FAMILY_LABELS, FRAMEWORK_LABELS } from "./labels";
import type { Container } from "./schema";

export type TagPart = {
  text: string;
  /** What kind of thing it is: `Framework`, `CUDA`. */
  label: string;
  meaning: string;
};

/** A tag taken apart: the texts, joined by hyphens, are the tag again. */
export function explainTag(container: Container): TagPart[] {
  return container.tag.split("-").map((text, index) => {
    if (index === 0) return frameworkPart(container, text);
    const rule = RULES.find(([pattern]) => pattern.test(text));
    if (!rule) return { text, label: "Variant", meaning: `Marks a variant of the image: ${text}` };
    const [pattern, label, meaning] = rule;
    return { text, label, meaning: meaning(text.match(pattern)?.[1] ?? text, container) };
  });
}

function frameworkPart(container: Container, text: string): TagPart {
  const name = FRAMEWORK_LABELS[container.framework];
  return { text, label: "Framework", meaning: `${name} ${text}` };
}

type Meaning = (value: string, container: Container) => string;

const RULES: readonly (readonly [RegExp, string, Meaning])[] = [
  [/^transformers([\d.]+)$/, "Transformers", (version) => `Hugging Face transformers ${version}`],
  [/^tgi([\d.]+)$/, "Server", (version) => `Text Generation Inference ${version}`],
  [/^tei([\d.]+)$/, "Server", (version) => `Text Embeddings Inference ${version}`],
  [/^optimum([\d.]+)$/, "Optimum", optimumMeaning],
  [/^(cpu)$/, "Device", () => "Runs on CPU instances"],
  [/^(gpu)$/, "Device", () => "Runs on NVIDIA GPU instances"],
  [/^(neuronx?)$/, "Device", (_, container) => `Runs on AWS ${DEVICE_LABELS[container.device]} chips`],
  [/^py(\d+)$/, "Python", (digits) => `Python ${digits.slice(0, 1)}.${digits.slice(1)}`],
  [/^sdk([\d.]+)$/, "Neuron SDK", (version) => `AWS Neuron SDK ${version}`],
  [/^cu(\d+)$/, "CUDA", (digits) => `CUDA ${digits.slice(0, -1)}.${digits.slice(-1)}`],
  [/^ubuntu([\d.]+)$/, "System", (version) => `Ubuntu ${version}`],
  [/^(?:amzn|amazonlinux)(\d+)$/, "System", (year) => `Amazon Linux ${year}`],
  [/^v([\d.]+)$/, "Revision", (revision) => `Revision ${revision} of the image`],
];

/** In TGI images the number after "optimum" has two meanings over time. */
function optimumMeaning(version: string, container: Container): string {
  if (container.engineVersion === version) return `Optimum Neuron ${version}`;
  const server = FAMILY_LABELS[container.family].engine ?? "the server";
  return `The tag says ${version}; the SageMaker SDK knows it as ${server} ${container.engineVersion}`;
}
