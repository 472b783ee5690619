import { deviceOfInstance, misfitReason, needsItsDevice } from "@/catalog/containers/device";
import { DEVICE_LABELS } from "@/catalog/containers/labels";
import type { ContainerDevice } from "@/catalog/containers/schema";
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
  if (!needsItsDevice(container)) {
    const summary =
      device === "cpu"
        ? "The image is built for a GPU, and the instance has none: it would start, and be slow."
        : "The image does not use the accelerator that the instance has: you would pay for it in vain.";
    return check("device", "warning", summary, evidence, mendImage(values.image, device, region) ?? instance);
  }
  return check("device", "will-fail", misfit, evidence, instance);
}

function mendImage(image: string, device: ContainerDevice, region: string): Mend | null {
  const other = imageForDevice(image, device, region);
  return other ? { label: `Use an image for ${DEVICE_LABELS[device]}`, set: { image: other } } : null;
}
