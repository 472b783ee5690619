import { deviceOfInstance, misfitReason } from "@/catalog/containers/device";
import { imageForDevice } from "@/lib/containers/alternatives";
import { commonInstance } from "@/lib/instances/offered";

import { check } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Mend } from "../view";

/** The instance has what the image was built for. */
export function checkDevice({ values, parsed, region }: PreflightPlan): Check | null {
  const { mode, instanceType } = values;
  if (mode === "serverless" || !instanceType || !parsed.ok) return null;
  const { container } = parsed;
  const { device, reason } = deviceOfInstance(instanceType);
  const evidence = { Image: container.device, Instance: device ?? instanceType };
  const misfit = misfitReason(container, instanceType);
  if (misfit === null) return check("device", "fine", "The image is built for this kind of instance.", evidence);
  const instance = {
    label: `Use ${commonInstance("hosting", container.device)}`,
    set: { instanceType: commonInstance("hosting", container.device) },
  };
  if (reason !== null) return check("device", "will-fail", reason, evidence, instance);
  // The toolkit's images look for a GPU and go on without one.
  const isServed =
    container.family === "huggingface" && (device === "cpu" || device === "gpu") && container.device !== "inferentia";
  if (isServed) {
    const summary =
      device === "gpu"
        ? "The image does not use the GPU that the instance has: you would pay for it in vain."
        : "The image is built for a GPU, and the instance has none: it would start, and be slow.";
    return check("device", "warning", summary, evidence, mendImage(values.image, device, region) ?? instance);
  }
  return check("device", "will-fail", misfit, evidence, instance);
}

function mendImage(image: string, device: "cpu" | "gpu", region: string): Mend | null {
  const other = imageForDevice(image, device, region);
  return other ? { label: `Use the image for ${device.toUpperCase()}`, set: { image: other } } : null;
}
