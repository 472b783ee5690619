import type { ChecksumAlgorithm } from "../body/checksums.ts";

export type ChecksumType = "FULL_OBJECT" | "COMPOSITE";

/** A checksum as S3 shows it: base64, with `-N` behind it for a composite of N parts. */
export type Checksum = { algorithm: ChecksumAlgorithm; type: ChecksumType; value: string };

/** One part of a finished multipart object: what reading by part number and GetObjectAttributes need. */
export type PartSummary = { number: number; size: number; checksum: Checksum | null };

/** What belongs to an object beside its bytes. `headers` holds content-type and its kin and `x-amz-meta-*`, as sent. */
export type ObjectDetails = {
  headers: Record<string, string>;
  checksum: Checksum | null;
  parts: PartSummary[];
  tags: Record<string, string>;
};

export type StoredBucket = { name: string; region: string; createdAt: number };

export type StoredObject = ObjectDetails & {
  bucket: string;
  key: string;
  /** Name of the file that holds the bytes; never derived from the key. */
  blob: string;
  size: number;
  /** Without quotes. */
  etag: string;
  modifiedAt: number;
};

export type StoredUpload = {
  id: string;
  bucket: string;
  key: string;
  createdAt: number;
  headers: Record<string, string>;
  tags: Record<string, string>;
  checksumAlgorithm: ChecksumAlgorithm | null;
  checksumType: ChecksumType;
};

export type StoredPart = {
  number: number;
  blob: string;
  size: number;
  etag: string;
  modifiedAt: number;
  checksum: Checksum | null;
};
