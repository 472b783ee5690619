import { deviceOfInstance } from "@/catalog/containers/device";
import { cudaOf, hostAmiOf, hostMisfit } from "@/catalog/containers/host-ami";

import { check } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Mend } from "../view";

/** The image's CUDA and the GPU driver of the instances' host image go together. */
export function checkHost({ values, parsed }: PreflightPlan): Check | null {
  const { mode, instanceType, inferenceAmiVersion: asked } = values;
  if (mode === "serverless" || !parsed.ok || deviceOfInstance(instanceType).device !== "gpu") return null;
  const cuda = parsed.container.device === "gpu" ? cudaOf(parsed.container) : null;
  if (cuda === null) return null;
  const needed = hostAmiOf(parsed.container)?.inferenceAmiVersion ?? "";
  const evidence = { CUDA: cuda, "Host image": asked || "SageMaker's default" };
  const mend: Mend = needed
    ? { label: "Ask for the host image it needs", set: { inferenceAmiVersion: needed } }
    : { label: "Use SageMaker's default host", set: { inferenceAmiVersion: "" } };
  const misfit = hostMisfit(parsed.container, asked);
  if (misfit) {
    const summary = `${misfit} The endpoint would hang in Creating without a log.`;
    return check("host", "will-fail", summary, evidence, mend);
  }
  if (!needed && asked === "al2023-ami-sagemaker-inference-gpu-4-1")
    return check("host", "warning", `This host image is made for CUDA 13; the image has ${cuda}.`, evidence, mend);
  return check("host", "fine", `The host's driver runs CUDA ${cuda}.`, evidence);
}
