import type { InstanceType } from "@/catalog/instance-types/schema.ts";
import type { ComponentSpecification } from "./component.ts";

/** Copies by the number of the instance that holds them. Numbers are never given to another instance while copies are on it. */
export type Placement = Record<string, number>;

/** What one copy keeps for itself: CPU cores, accelerators, and memory in MiB. */
export type CopyNeeds = { cpuCores: number; accelerators: number; memoryMb: number };

/** What stands on the instances already: needs of one copy, and where such copies are. */
export type PlacedCopies = { needs: CopyNeeds; placement: Placement };

export type Room = {
  /** Null: a type that the catalogue does not know, which has room for everything. */
  instanceType: InstanceType | null;
  /** How many instances there are, and how many there may be. */
  instances: number;
  maxInstances: number;
  strategy: "SPREAD" | "BINPACK";
};

export function copyNeeds({ ComputeResourceRequirements: needs }: ComponentSpecification): CopyNeeds {
  return {
    cpuCores: needs?.NumberOfCpuCoresRequired ?? 0,
    accelerators: needs?.NumberOfAcceleratorDevicesRequired ?? 0,
    memoryMb: needs?.MinMemoryRequiredInMb ?? 0,
  };
}

/**
 * Places `copies` beside `others`, each where it was in `before` as far as that goes. An instance that holds something
 * is preferred to a new one; null: there is no room.
 */
export function placeCopies(
  needs: CopyNeeds,
  copies: number,
  before: Placement,
  others: PlacedCopies[],
  room: Room,
): Placement | null {
  const own: Placement = {};
  // Of copies that go, those go first that stand alone: their instance may be given back.
  const fullestFirst = Object.keys(before).sort((a, b) => (before[b] ?? 0) - (before[a] ?? 0) || Number(a) - Number(b));
  const everything = (): PlacedCopies[] => [...others, { needs, placement: own }];
  const fits = (instance: string): boolean => hasRoom(needs, usedOn(instance, everything()), room.instanceType);
  for (let left = copies; left > 0; left -= 1) {
    const kept = fullestFirst.find((id) => (own[id] ?? 0) < (before[id] ?? 0) && fits(id));
    const instance = kept ?? choose(everything(), fits, room);
    if (instance === null) return null;
    own[instance] = (own[instance] ?? 0) + 1;
  }
  return own;
}

/** Numbers of the instances that hold copies, in order. */
export function occupiedInstances(placements: Placement[]): string[] {
  const ids = placements.flatMap((placement) => Object.keys(placement).filter((id) => (placement[id] ?? 0) > 0));
  return [...new Set(ids)].sort((a, b) => Number(a) - Number(b));
}

/** What the copies on one instance keep for themselves together. */
function usedOn(instance: string, placed: PlacedCopies[]): CopyNeeds {
  const sum = { cpuCores: 0, accelerators: 0, memoryMb: 0 };
  for (const { needs, placement } of placed) {
    const copies = placement[instance] ?? 0;
    sum.cpuCores += copies * needs.cpuCores;
    sum.accelerators += copies * needs.accelerators;
    sum.memoryMb += copies * needs.memoryMb;
  }
  return sum;
}

function hasRoom(needs: CopyNeeds, used: CopyNeeds, type: InstanceType | null): boolean {
  if (!type) return true;
  return (
    used.cpuCores + needs.cpuCores <= type.vcpu &&
    used.accelerators + needs.accelerators <= (type.accelerator?.count ?? 0) &&
    used.memoryMb + needs.memoryMb <= type.memoryGiB * 1024
  );
}

function choose(placed: PlacedCopies[], fits: (id: string) => boolean, room: Room): string | null {
  const { instances, maxInstances, strategy } = room;
  const occupied = occupiedInstances(placed.map(({ placement }) => placement));
  const empty = firstUnused(occupied);
  const load = (id: string): number => placed.reduce((sum, { placement }) => sum + (placement[id] ?? 0), 0);
  // Copies that spread go to an instance that is there and empty before they share one.
  const spreads = strategy === "SPREAD" && occupied.length < instances;
  const direction = strategy === "SPREAD" ? 1 : -1;
  const [best] = [...occupied, ...(spreads ? [empty] : [])]
    .filter(fits)
    .sort((a, b) => direction * (load(a) - load(b)) || Number(a) - Number(b));
  if (best !== undefined) return best;
  return occupied.length < maxInstances && fits(empty) ? empty : null;
}

function firstUnused(occupied: string[]): string {
  let id = 0;
  while (occupied.includes(String(id))) id += 1;
  return String(id);
}
