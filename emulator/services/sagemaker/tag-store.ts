import { validation } from "../../protocol/fault.ts";
import type { RecordStore } from "../../store/record-store.ts";

export type Tag = { Key: string; Value: string };

const KIND = "sagemaker-tags";
const MAX_TAGS = 50;

export function tagsOf(records: RecordStore, region: string, arn: string): Tag[] {
  return records.get<Tag[]>(KIND, region, arn) ?? [];
}

/** Adds tags; a key that is there already takes the new value. */
export function addTags(records: RecordStore, region: string, arn: string, tags: Tag[]): Tag[] {
  checkTags(tags);
  const merged = new Map(tagsOf(records, region, arn).map((tag) => [tag.Key, tag]));
  for (const tag of tags) merged.set(tag.Key, tag);
  if (merged.size > MAX_TAGS) {
    throw validation(`The resource "${arn}" would have ${merged.size} tags; the limit is ${MAX_TAGS}.`);
  }
  const all = [...merged.values()];
  if (all.length > 0) records.put(KIND, region, arn, all);
  return all;
}

export function removeTags(records: RecordStore, region: string, arn: string, keys: string[]): void {
  const left = tagsOf(records, region, arn).filter((tag) => !keys.includes(tag.Key));
  if (left.length > 0) records.put(KIND, region, arn, left);
  else dropTags(records, region, arn);
}

export function dropTags(records: RecordStore, region: string, arn: string): void {
  records.delete(KIND, region, arn);
}

/** Called before a resource is made too, so that bad tags leave nothing behind. */
export function checkTags(tags: Tag[]): void {
  const keys = tags.map((tag) => tag.Key);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated !== undefined) throw validation(`Duplicate tag keys found: ${repeated}.`);
  const reserved = keys.find((key) => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) throw validation(`The tag key ${reserved} starts with aws:, which is reserved.`);
}
