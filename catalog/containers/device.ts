import { instanceTypeById } from "@/catalog/instance-types/select";

import { instanceDevices } from "./data";
import { DEVICE_LABELS } from "./labels";
import type { Container, ContainerDevice } from "./schema";

export type InstanceDevice = { device: ContainerDevice; reason: null } | { device: null; reason: string };

/** Which device's images an instance type needs, or why no Hugging Face image runs on it. */
export function deviceOfInstance(instanceType: string): InstanceDevice {
  const match = /^ml\.([a-z0-9-]+)\.([a-z0-9]+)$/.exec(instanceType);
  if (!match) {
    return {
      device: null,
      reason: `${instanceType || "An empty text"} is no SageMaker instance type: they look like ml.m5.xlarge.`,
    };
  }
  const [, family = ""] = match;
  const device = instanceDevices[family];
  if (device === undefined) return { device: null, reason: `SageMaker has no instance family ${family}.` };
  if (!instanceTypeById(instanceType))
    return { device: null, reason: `SageMaker has no instance type ${instanceType}.` };
  if (device === "arm64") {
    return {
      device: null,
      reason: `${instanceType} has an arm64 processor (Graviton or Grace); every Hugging Face image is built for x86.`,
    };
  }
  if (device === "gaudi") {
    return {
      device: null,
      reason: `${instanceType} has Habana Gaudi accelerators; no Hugging Face image on SageMaker uses them.`,
    };
  }
  return { device, reason: null };
}

/** Why an instance type cannot run an image; null when it can. */
export function misfitReason(container: Container, instanceType: string): string | null {
  const instance = deviceOfInstance(instanceType);
  if (instance.device === null) return instance.reason;
  if (instance.device === container.device) return null;
  // AWS lists the Neuron inference images for Inferentia2 and Trainium alike.
  if (container.device === "inferentia2" && instance.device === "trainium") return null;
  return `The image is built for ${DEVICE_LABELS[container.device]}; ${instanceType} needs an image for ${DEVICE_LABELS[instance.device]}.`;
}

/** Whether an image's server ends without the device it is built for: the toolkit's images for a GPU go on without. */
export function needsItsDevice({ device, family }: Container): boolean {
  return device !== "cpu" && !(device === "gpu" && family === "huggingface");
}
