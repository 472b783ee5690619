import { cudaOf, hostAmiOf } from "@/catalog/containers/host-ami";

import { check } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check } from "../view";

/** The image's CUDA and the GPU driver of the instances' host image go together. */
export function checkHost({ values, parsed }: PreflightPlan): Check | null {
  const { mode, inferenceAmiVersion: asked } = values;
  if (mode === "serverless" || !parsed.ok || parsed.container.device !== "gpu") return null;
  const cuda = cudaOf(parsed.container);
  if (cuda === null) return null;
  const needed = hostAmiOf(parsed.container);
  const evidence = { CUDA: cuda, "Host image": asked || "SageMaker's default" };
  if (needed && needed.inferenceAmiVersion !== asked) {
    const summary = `${needed.reason} The endpoint would hang in Creating without a log.`;
    const set = { inferenceAmiVersion: needed.inferenceAmiVersion };
    return check("host", "will-fail", summary, evidence, { label: "Ask for the host image it needs", set });
  }
  if (!needed && asked === "al2023-ami-sagemaker-inference-gpu-4-1") {
    const mend = { label: "Use SageMaker's default host", set: { inferenceAmiVersion: "" } };
    if (cuda === "12.9") {
      const summary =
        "CUDA 12.9 does not start on the host for CUDA 13: the endpoint would hang in Creating without a log.";
      return check("host", "will-fail", summary, evidence, mend);
    }
    return check("host", "warning", `This host image is made for CUDA 13; the image has ${cuda}.`, evidence, mend);
  }
  return check("host", "fine", `The host's driver runs CUDA ${cuda}.`, evidence);
}
