import { repositoryName } from "./names";

const TOOLKIT = /^huggingface-(pytorch|tensorflow)-inference(-neuronx?)?$/;

/**
 * The variables in which an image looks for a Hub token.
 * The inference toolkit logs in with HF_API_TOKEN and never looks at HF_TOKEN; the huggingface_hub library inside its
 * newer images does (transformers 4.36 and later bring one that reads it). Serving images (TGI, TEI, vLLM …) read HF_TOKEN.
 */
export function hubTokenVariables(image: string): string[] {
  const repository = repositoryName(image);
  if (TOOLKIT.test(repository)) return readsHfToken(image) ? ["HF_API_TOKEN", "HF_TOKEN"] : ["HF_API_TOKEN"];
  // Older text-generation-inference images know the token by its first name only.
  if (/tgi/.test(repository)) return ["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"];
  return ["HF_TOKEN"];
}

function readsHfToken(image: string): boolean {
  const [, major, minor] = /-transformers(\d+)\.(\d+)/.exec(image) ?? [];
  if (!major || !minor) return false;
  return Number(major) > 4 || (Number(major) === 4 && Number(minor) >= 36);
}
