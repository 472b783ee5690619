import { deviceOfInstance } from "@/catalog/containers/device.ts";
import { hostMisfit } from "@/catalog/containers/host-ami.ts";
import { parseImageUri } from "@/catalog/containers/image-uri.ts";
import type { Variant } from "./variant.ts";

/** Whether a variant's container never starts on its host: nothing fails at once, and nothing is ever logged. */
export function hangsOnHost({ image, instanceType, inferenceAmiVersion }: Variant): boolean {
  const parsed = parseImageUri(image);
  if (!parsed.ok || deviceOfInstance(instanceType ?? "").device !== "gpu") return false;
  return hostMisfit(parsed.container, inferenceAmiVersion ?? "") !== null;
}
