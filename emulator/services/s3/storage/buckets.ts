import type { Database } from "../../../store/database.ts";
import type { StoredBucket } from "./types.ts";

export type Buckets = ReturnType<typeof openBuckets>;

/** The bucket index. Names are global, as on AWS: a bucket can be used from any region. */
export function openBuckets(database: Database) {
  const select = database.prepare("select name, region, created_at as createdAt from s3_bucket where name = ?");
  const selectAll = database.prepare("select name, region, created_at as createdAt from s3_bucket order by name");
  const insert = database.prepare("insert or ignore into s3_bucket (name, region, created_at) values (?, ?, ?)");
  const remove = database.prepare("delete from s3_bucket where name = ?");
  const anyObject = database.prepare("select 1 from s3_object where bucket = ? limit 1");

  return {
    get: (name: string) => (select.get(name) as StoredBucket | undefined) ?? null,
    list: () => selectAll.all() as StoredBucket[],
    create: (bucket: StoredBucket) => void insert.run(bucket.name, bucket.region, bucket.createdAt),
    delete: (name: string) => void remove.run(name),
    isEmpty: (name: string) => anyObject.get(name) === undefined,
  };
}
