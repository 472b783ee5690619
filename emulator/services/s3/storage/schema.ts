import type { Database } from "../../../store/database.ts";

/** Creates the object store's tables. Keys compare as UTF-8 bytes, which is the order S3 lists in. */
export function createTables(database: Database): void {
  database.exec(`
    create table if not exists s3_bucket (
      name text primary key, region text not null, created_at integer not null
    ) without rowid;
    create table if not exists s3_object (
      bucket text not null, key text not null, blob text not null, size integer not null, etag text not null,
      modified_at integer not null, details text not null, primary key (bucket, key)
    ) without rowid;
    create table if not exists s3_upload (
      id text primary key, bucket text not null, key text not null, created_at integer not null, details text not null
    ) without rowid;
    create table if not exists s3_part (
      upload_id text not null, number integer not null, blob text not null, size integer not null, etag text not null,
      modified_at integer not null, checksum text not null, primary key (upload_id, number)
    ) without rowid;
  `);
}
