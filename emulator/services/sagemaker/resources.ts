import type { RecordStore } from "../../store/record-store.ts";
import type { ResourceType } from "./arn.ts";
import { couldNotFind } from "./faults.ts";

/** What every kept resource carries. Times are epoch milliseconds. */
export type Resource = { name: string; arn: string; createdAt: number };

/**
 * Names are unique whatever their case, as the API reference says of endpoints, and because ARNs hold them in lower case.
 */
export function findResource<T extends Resource>(
  records: RecordStore,
  region: string,
  type: ResourceType,
  name: string,
): T | undefined {
  return records.get<T>(recordKind(type), region, name.toLowerCase());
}

export function existingResource<T extends Resource>(
  records: RecordStore,
  region: string,
  type: ResourceType,
  name: string,
): T {
  const found = findResource<T>(records, region, type, name);
  if (!found) throw couldNotFind(region, type, name);
  return found;
}

export function saveResource(records: RecordStore, region: string, type: ResourceType, resource: Resource): void {
  records.put(recordKind(type), region, resource.name.toLowerCase(), resource);
}

export function deleteResource(records: RecordStore, region: string, type: ResourceType, name: string): void {
  records.delete(recordKind(type), region, name.toLowerCase());
}

export function recordKind(type: ResourceType): string {
  return `sagemaker-${type}`;
}
