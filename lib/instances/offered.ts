import { misfitReason } from "@/catalog/containers/device";
import { parseImageUri } from "@/catalog/containers/image-uri";
import type { ContainerDevice } from "@/catalog/containers/schema";
import type { InstanceType } from "@/catalog/instance-types/schema";
import { instancesFor } from "@/catalog/instance-types/select";

/** What instances are for: types and prices differ. */
export type InstanceUse = "hosting" | "training" | "transform";

/** What people pick most for each device, first the one that a form starts with. */
const HOSTING: Record<ContainerDevice, string[]> = {
  cpu: ["ml.m5.xlarge", "ml.m5.large", "ml.c5.xlarge", "ml.m5.2xlarge", "ml.c6i.xlarge", "ml.r5.xlarge"],
  gpu: ["ml.g5.xlarge", "ml.g4dn.xlarge", "ml.g5.2xlarge", "ml.g6.xlarge", "ml.g5.12xlarge", "ml.p4d.24xlarge"],
  inferentia: ["ml.inf1.xlarge", "ml.inf1.2xlarge", "ml.inf1.6xlarge", "ml.inf1.24xlarge"],
  inferentia2: ["ml.inf2.xlarge", "ml.inf2.8xlarge", "ml.inf2.24xlarge", "ml.inf2.48xlarge"],
  trainium: ["ml.trn1.2xlarge", "ml.trn1.32xlarge"],
};

const TRAINING: Partial<Record<ContainerDevice, string[]>> = {
  gpu: ["ml.g5.2xlarge", "ml.g4dn.xlarge", "ml.g5.xlarge", "ml.p3.2xlarge", "ml.g5.12xlarge", "ml.p4d.24xlarge"],
  trainium: ["ml.trn1.2xlarge", "ml.trn1.32xlarge"],
};

const TRANSFORM: Partial<Record<ContainerDevice, string[]>> = {
  cpu: ["ml.m5.xlarge", "ml.m5.large", "ml.c5.xlarge", "ml.m5.2xlarge", "ml.c5.2xlarge", "ml.m5.4xlarge"],
  gpu: ["ml.g4dn.xlarge", "ml.g5.xlarge", "ml.g4dn.2xlarge", "ml.g5.2xlarge", "ml.g5.12xlarge", "ml.p3.2xlarge"],
  inferentia2: ["ml.inf2.xlarge", "ml.inf2.8xlarge"],
};

/** What most people pick for a device, best first. An image that the catalogue does not know may want any. */
function common(use: InstanceUse, device: ContainerDevice | null): string[] {
  if (use === "hosting") return HOSTING[device ?? "cpu"];
  if (use === "transform") return TRANSFORM[device ?? "cpu"] ?? TRANSFORM.cpu ?? [];
  return TRAINING[device ?? "gpu"] ?? TRAINING.gpu ?? [];
}

/** The instance type a form starts with for an image of that device. */
export function commonInstance(use: InstanceUse, device: ContainerDevice | null): string {
  return common(use, device)[0] ?? "";
}

export type OfferedInstance = {
  instance: InstanceType;
  /** Why the chosen container cannot run on it; null when it can. */
  reason: string | null;
};

/** Instance types as a picker offers them for an image: the common ones that fit, or all, narrowed by a search. */
export function offeredInstances(
  image: string,
  wish: { use: InstanceUse; all: boolean; search: string },
): OfferedInstance[] {
  const parsed = parseImageUri(image);
  const container = parsed.ok ? parsed.container : null;
  const words = wish.search.toLowerCase().split(/\s+/).filter(Boolean);
  const usual = common(wish.use, container?.device ?? null);
  const rows = instancesFor(wish.use).filter((instance) =>
    wish.all || words.length > 0
      ? words.every((word) => textOf(instance).includes(word))
      : usual.includes(instance.type),
  );
  const offered = rows.map((instance) => ({ instance, reason: container && misfitReason(container, instance.type) }));
  // Those that fit first; each part keeps the order of size.
  return [...offered.filter((row) => !row.reason), ...offered.filter((row) => row.reason)];
}

function textOf(instance: InstanceType): string {
  const { accelerator, type, deviceClass } = instance;
  return `${type} ${deviceClass} ${accelerator?.manufacturer ?? ""} ${accelerator?.name ?? ""}`.toLowerCase();
}
