import { imageForDevice } from "@/lib/containers/alternatives";
import { isForAccelerator } from "@/lib/deploy/mode-fields";

import { check } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check } from "../view";

/** What "Serverless Inference" in SageMaker's guide rules out. */
export function checkServerless({ values, region }: PreflightPlan): Check | null {
  if (values.mode !== "serverless") return null;
  const { image } = values;
  const evidence = {
    Memory: `${values.serverlessMemoryMb} MB of 6144 at most`,
    "Calls at once": `${values.serverlessMaxConcurrency} of 200 at most`,
  };
  if (isForAccelerator(image)) {
    const cpu = imageForDevice(image, "cpu", region);
    const summary =
      "Serverless environments have no accelerator, and images for one are larger than the 10 GiB it takes.";
    return check(
      "serverless",
      "will-fail",
      summary,
      evidence,
      cpu ? { label: "Use the image for the CPU", set: { image: cpu } } : null,
    );
  }
  if (Number(values.serverlessProvisioned) > Number(values.serverlessMaxConcurrency)) {
    return check(
      "serverless",
      "will-fail",
      "More environments are kept ready than calls are taken at once.",
      evidence,
      {
        label: `Keep ${values.serverlessMaxConcurrency} ready`,
        set: { serverlessProvisioned: String(values.serverlessMaxConcurrency) },
      },
    );
  }
  return check("serverless", "fine", "Within what serverless takes.", evidence);
}
