import { regions } from "./data";
import type { Partition, Region } from "./schema";

const byId = new Map(regions.map((region) => [region.id, region]));

/** The region of an id, or null when no Hugging Face image is held there. */
export function regionById(id: string): Region | null {
  return byId.get(id) ?? null;
}

const PARTITION_LABELS: Record<Partition, string> = {
  aws: "AWS",
  "aws-cn": "AWS China",
  "aws-us-gov": "AWS GovCloud (US)",
  "aws-iso": "AWS ISO (US)",
  "aws-iso-b": "AWS ISOB (US)",
  "aws-iso-e": "AWS ISOE (Europe)",
  "aws-iso-f": "AWS ISOF (US)",
  "aws-eusc": "AWS European Sovereign Cloud",
};

/** A partition in words. */
export function partitionLabel(partition: Partition): string {
  return PARTITION_LABELS[partition];
}
