import { instanceTypeById } from "@/catalog/instance-types/select";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber, plural } from "@/lib/format/numbers";

import type { ComponentResources } from "./view";

/** What copies are placed by: cores, accelerators and memory. */
export type Amount = { cpuCores: number; accelerators: number; memoryMiB: number };
type Placed = { specification: Pick<ComponentResources, "cpuCores" | "accelerators" | "minMemoryMiB">; copies: number };

/** What an instance type has for copies; null for a type that the catalogue does not know. SageMaker keeps a little of the memory for itself. */
export function hardwareOf(instanceType: string | null): Amount | null {
  const row = instanceType ? instanceTypeById(instanceType) : null;
  return (
    row && {
      cpuCores: row.vcpu,
      accelerators: row.accelerator?.count ?? 0,
      memoryMiB: Math.round(row.memoryGiB * 1024),
    }
  );
}

export type Room = {
  /** Copies that an empty instance holds. */
  perInstance: number;
  /** Of which there is none left first. */
  endsFirst: string;
  /** What components take of the running instances, and what those have. */
  taken: Amount;
  total: Amount;
  /** Copies for which the running instances have room, and all that there may be. */
  fitsNow: number;
  fitsAtMost: number;
};

/**
 * How many copies instances have room for beside what stands on them. Room is counted over all instances together, so a
 * copy that fits nowhere in one piece counts too: SageMaker says in the component's failure when it comes to that.
 */
export function roomFor(
  need: Amount,
  hardware: Amount,
  instances: { now: number; most: number },
  placed: readonly Placed[],
): Room {
  const taken = sumOf(placed);
  const holds = (amount: Amount) =>
    Math.max(0, Math.floor(Math.min(...shares(amount, need).map(({ count }) => count))));
  const perInstance = holds(hardware);
  const beside = (count: number) => Math.min(holds(minus(times(hardware, count), taken)), perInstance * count);
  const [scarcest] = shares(hardware, need).toSorted((a, b) => a.count - b.count);
  return {
    perInstance,
    endsFirst: scarcest?.name ?? "memory",
    taken,
    total: times(hardware, instances.now),
    fitsNow: beside(instances.now),
    fitsAtMost: beside(instances.most),
  };
}

function shares(amount: Amount, need: Amount): { name: string; count: number }[] {
  const rows = [
    { name: "vCPU", count: amount.cpuCores / need.cpuCores },
    { name: "memory", count: amount.memoryMiB / need.memoryMiB },
    { name: "accelerators", count: amount.accelerators / need.accelerators },
  ];
  // What a copy does not ask for never ends.
  return rows.filter(({ count }) => Number.isFinite(count));
}

function sumOf(placed: readonly Placed[]): Amount {
  return placed.reduce<Amount>(
    (sum, { specification, copies }) => ({
      cpuCores: sum.cpuCores + (specification.cpuCores ?? 0) * copies,
      accelerators: sum.accelerators + (specification.accelerators ?? 0) * copies,
      memoryMiB: sum.memoryMiB + (specification.minMemoryMiB ?? 0) * copies,
    }),
    { cpuCores: 0, accelerators: 0, memoryMiB: 0 },
  );
}

const times = (amount: Amount, count: number): Amount => ({
  cpuCores: amount.cpuCores * count,
  accelerators: amount.accelerators * count,
  memoryMiB: amount.memoryMiB * count,
});

const minus = (a: Amount, b: Amount): Amount => ({
  cpuCores: a.cpuCores - b.cpuCores,
  accelerators: a.accelerators - b.accelerators,
  memoryMiB: a.memoryMiB - b.memoryMiB,
});

/** `1 vCPU, 2 GiB`; accelerators only where there are some. */
export function amountWords({ cpuCores, accelerators, memoryMiB }: Amount): string {
  return [
    `${formatNumber(cpuCores)} vCPU`,
    ...(accelerators > 0 ? [plural(accelerators, "accelerator")] : []),
    formatBytes(memoryMiB * 1024 ** 2),
  ].join(", ");
}

/** What one copy needs, as an amount; what is not said is nothing. */
export function needOf({ cpuCores, accelerators, minMemoryMiB }: ComponentResources): Amount {
  return { cpuCores: cpuCores ?? 0, accelerators: accelerators ?? 0, memoryMiB: minMemoryMiB ?? 0 };
}
