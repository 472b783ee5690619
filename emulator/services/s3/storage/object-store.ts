import type { Clock } from "../../../clock.ts";
import { ACCOUNT_ID, DEFAULT_REGION } from "../../../context.ts";
import type { Database } from "../../../store/database.ts";
import { BlobFiles } from "./blob-files.ts";
import { type Buckets, openBuckets } from "./buckets.ts";
import { type Objects, openObjects } from "./objects.ts";
import { createTables } from "./schema.ts";
import { openUploads, type Uploads } from "./uploads.ts";

/** Exists from the first start; deleting it is remembered. */
const DEFAULT_BUCKET = { name: `sagemaker-${DEFAULT_REGION}-${ACCOUNT_ID}`, region: DEFAULT_REGION };

/** Buckets, objects and unfinished uploads: an index in the database, the bytes in files. */
export type ObjectStore = {
  clock: Clock;
  blobs: BlobFiles;
  buckets: Buckets;
  objects: Objects;
  uploads: Uploads;
  /** The file that holds an object's bytes; open it at once, an overwritten object's file is deleted. */
  objectFile(bucket: string, key: string): string | null;
};

export type ObjectStoreOptions = { database: Database; dataDir: string; clock: Clock };

/** Opens the store and removes files that a crash left without an index row. */
export function openObjectStore({ database, dataDir, clock }: ObjectStoreOptions): ObjectStore {
  const isFirstStart = !database.prepare("select 1 from sqlite_master where name = 's3_bucket'").get();
  createTables(database);
  const blobs = new BlobFiles(dataDir);
  const buckets = openBuckets(database);
  const objects = openObjects(database, blobs);
  const uploads = openUploads(database, blobs);

  const rows = database.prepare("select blob from s3_object union all select blob from s3_part").all();
  const indexed = new Set((rows as { blob: string }[]).map((row) => row.blob));
  blobs.sweep((blob) => indexed.has(blob));
  if (isFirstStart) buckets.create({ ...DEFAULT_BUCKET, createdAt: clock.now() });

  return {
    clock,
    blobs,
    buckets,
    objects,
    uploads,
    objectFile(bucket, key) {
      const object = objects.get(bucket, key);
      return object ? blobs.pathOf(object.blob) : null;
    },
  };
}
