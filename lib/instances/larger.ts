import type { InstanceType, InstanceUse } from "@/catalog/instance-types/schema";
import { instancesFor, instanceTypeById } from "@/catalog/instance-types/select";

/** The memory in which a model's weights lie: the accelerators' together, or the machine's. GiB. */
function modelMemoryGiB(row: InstanceType): number {
  return row.accelerator?.memoryGiBTotal ?? row.memoryGiB;
}

/** The smallest type of the same kind that fits, of the same family if there is one; null: none does. */
export function smallestLike(
  like: string,
  isFitting: (row: InstanceType) => boolean,
  use: InstanceUse = "hosting",
): string | null {
  const fits = sameKind(like, use).filter(isFitting);
  const family = instanceTypeById(like)?.family;
  return (smallest(fits.filter((row) => row.family === family)) ?? smallest(fits))?.type ?? null;
}

/** The next type of the same kind that has more memory for a model; null for the largest. */
export function nextLarger(type: string, use: InstanceUse = "hosting"): string | null {
  const row = instanceTypeById(type);
  return row ? smallestLike(type, (other) => modelMemoryGiB(other) > modelMemoryGiB(row) + 0.5, use) : null;
}

/** A type of another family that has as much memory for a model; null: there is none. */
export function otherFamily(type: string, use: InstanceUse = "hosting"): string | null {
  const row = instanceTypeById(type);
  if (!row) return null;
  const others = sameKind(type, use).filter((other) => other.family !== row.family);
  return smallest(others.filter((other) => modelMemoryGiB(other) >= modelMemoryGiB(row)))?.type ?? null;
}

/** Types whose images are the same: the same maker of accelerators, or none, and a processor that has images. */
function sameKind(type: string, use: InstanceUse): InstanceType[] {
  const row = instanceTypeById(type);
  if (!row) return [];
  return instancesFor(use).filter(
    (other) =>
      other.deviceClass === row.deviceClass &&
      other.cpuArch === "x86_64" &&
      other.accelerator?.manufacturer === row.accelerator?.manufacturer &&
      (row.deviceClass !== "neuron" || other.family.slice(0, 4) === row.family.slice(0, 4)),
  );
}

function smallest(rows: readonly InstanceType[]): InstanceType | undefined {
  return rows.toSorted((a, b) => modelMemoryGiB(a) - modelMemoryGiB(b) || a.vcpu - b.vcpu)[0];
}
