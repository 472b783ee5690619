import { instanceTypes, priceSources, prices, serverlessPrices } from "./data";
import type { InstanceType, InstanceUse, PriceComponent } from "./schema";

const byType = new Map(instanceTypes.map((row) => [row.type, row]));

/** The row of an `ml.*` type, or null when SageMaker has no such type. */
export function instanceTypeById(type: string): InstanceType | null {
  return byType.get(type) ?? null;
}

/** The types that SageMaker offers for a use, smallest first within each kind of device. */
export function instancesFor(use: InstanceUse): InstanceType[] {
  return instanceTypes.filter((row) => row.uses.includes(use)).sort(bySize);
}

export type KnownPrice = { usdPerHour: number; date: string; source: string };

/** The newest on-demand price that we know for a type in a region; null: unknown, which is not the same as free. */
export function priceOf(type: string, region: string, component: PriceComponent = "hosting"): KnownPrice | null {
  let newest: KnownPrice | null = null;
  for (const row of prices) {
    if (row.type !== type || row.region !== region || !row.components.includes(component)) continue;
    if (newest && row.date <= newest.date) continue;
    newest = { usdPerHour: row.usdPerHour, date: row.date, source: priceSources[row.source] ?? row.source };
  }
  return newest;
}

export type KnownServerlessPrice = { memoryMb: number; usdPerSecond: number; date: string; source: string };

/**
 * The price of the smallest serverless size of at least this memory for which one is known in a region. Its own
 * `memoryMb` may be larger than what was asked for; null: none is known, which is not the same as free.
 */
export function serverlessPriceFrom(memoryMb: number, region: string): KnownServerlessPrice | null {
  const [row] = serverlessPrices
    .filter((price) => price.region === region && price.memoryMb >= memoryMb)
    .sort((a, b) => a.memoryMb - b.memoryMb || b.date.localeCompare(a.date));
  if (!row) return null;
  const { usdPerSecond, date, source } = row;
  return { memoryMb: row.memoryMb, usdPerSecond, date, source: priceSources[source] ?? source };
}

/** One line for people: `4 vCPU · 16 GiB · 1 × NVIDIA A10G 22 GiB`. */
export function describeHardware(row: InstanceType): string {
  const parts = [`${row.vcpu} vCPU`, `${row.memoryGiB} GiB`];
  if (row.accelerator) {
    const { count, manufacturer, name, memoryGiBTotal } = row.accelerator;
    parts.push(`${count} × ${manufacturer} ${name}, ${Math.round(memoryGiBTotal)} GiB`);
  }
  return parts.join(" · ");
}

const DEVICE_ORDER = ["cpu", "gpu", "neuron", "hpu"];

function bySize(a: InstanceType, b: InstanceType): number {
  return (
    DEVICE_ORDER.indexOf(a.deviceClass) - DEVICE_ORDER.indexOf(b.deviceClass) ||
    a.vcpu - b.vcpu ||
    a.memoryGiB - b.memoryGiB ||
    a.type.localeCompare(b.type)
  );
}
