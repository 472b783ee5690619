import { isNewer, typeSupport } from "@/catalog/model-types/select";
import { imageWithTransformers } from "@/lib/containers/alternatives";

import { check, notSeen } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Look, ModelFacts } from "../view";

/** The container's transformers knows the model's type, and is not older than the one that saved the model. */
export function checkModelType({ values, parsed, region }: PreflightPlan, look: Look<ModelFacts> | null): Check | null {
  // The emulator's own models are made for what it runs.
  if (!look || !parsed.ok || values.source === "bundled") return null;
  const version = parsed.container.transformersVersion;
  if (version === null) {
    return check("model-type", "unseen", "Could not look: this image names no transformers version.");
  }
  if (look.state !== "seen") return notSeen("model-type", look);
  const { modelType, bringsCode, library, trainedWith } = look.value;
  if (library && library !== "transformers") {
    return check("model-type", "unseen", `Could not look: ${library} loads this model, not transformers alone.`);
  }
  if (!modelType) return check("model-type", "unseen", "Could not look: the model does not say its type.");
  const evidence = {
    "Model type": modelType,
    "transformers in the image": version,
    ...(trainedWith && { "Saved with": trainedWith }),
  };
  const newer = (since: string) => {
    const image = imageWithTransformers(values.image, since, region);
    return image ? { label: `Use an image with transformers ${since} or newer`, set: { image } } : null;
  };
  const support = typeSupport(modelType, version);
  if (bringsCode && !support?.known) {
    return check(
      "model-type",
      "warning",
      "The model brings code of its own: it must be allowed to run (HF_TRUST_REMOTE_CODE).",
      evidence,
    );
  }
  if (support === null) return check("model-type", "unseen", `Could not look: no table has ${modelType}.`, evidence);
  if (!support.known && support.why === "too-old") {
    const first = support.since
      ? `comes with transformers ${support.since}`
      : "is newer than any transformers that was read";
    const summary = `${modelType} ${first}; the image has ${version}.`;
    return check("model-type", "will-fail", summary, evidence, support.since ? newer(support.since) : null);
  }
  if (!support.known) {
    return check(
      "model-type",
      "will-fail",
      `transformers dropped ${modelType} after ${support.lastIn}; the image has ${version}.`,
      evidence,
    );
  }
  if (trainedWith && isNewer(trainedWith, version)) {
    const summary = `The model was saved with transformers ${trainedWith}, and would be served with the older ${version}.`;
    return check("model-type", "warning", summary, evidence, newer(trainedWith));
  }
  return check("model-type", "fine", `transformers ${version} knows ${modelType}.`, evidence);
}
