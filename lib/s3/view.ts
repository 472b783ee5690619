import type { Problem } from "@/lib/errors";

export type S3Bucket = { name: string; createdAt: string | null };

/** The buckets of the account as far as the role may list them. */
export type S3Buckets = {
  buckets: S3Bucket[];
  /** The workspace's own bucket, else the account's default one; null when neither is known. */
  own: string | null;
  /** Why the others are not listed. */
  problem: Problem | null;
};

/** A line of a folder: what lies deeper, or an object. */
export type S3Entry =
  | { kind: "prefix"; key: string }
  | { kind: "object"; key: string; bytes: number; modifiedAt: string | null };

/** One page of a folder; `next` leads on. */
export type S3Page = { entries: S3Entry[]; next: string | null };
