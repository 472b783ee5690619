import { isInAwsRegistry } from "@/catalog/containers/registry-accounts";
import { publishedImage } from "@/lib/containers/alternatives";

import { check } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check } from "../view";

/** The image is published under this tag, in this region, in the registry's account. */
export function checkImage({ values: { image }, region, parsed }: PreflightPlan): Check | null {
  if (!image) return null;
  const published = publishedImage(image, region);
  const mend = published ? { label: "Use the published image", set: { image: published } } : null;
  if (!parsed.ok) {
    if (!isInAwsRegistry(image)) {
      return check("image", "unseen", "Could not look: the image is none of Hugging Face's in a registry of AWS.", {
        Image: image,
      });
    }
    return check("image", "will-fail", `The image does not exist. ${parsed.reason}`, { Image: image }, mend);
  }
  const { container, account } = parsed;
  const evidence = { Image: container.id, Registry: `${account}, ${parsed.region}` };
  if (parsed.region !== region) {
    const summary = `The image lies in ${parsed.region}; SageMaker pulls from ${region} only.`;
    return check("image", "will-fail", summary, evidence, mend);
  }
  if (container.use !== "inference") {
    return check("image", "will-fail", "This image trains models; it does not serve them.", evidence, mend);
  }
  return check(
    "image",
    "fine",
    `Published in ${region}, with Python ${container.pythonVersion ?? "of its own"}.`,
    evidence,
  );
}
