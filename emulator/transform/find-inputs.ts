import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import type { StoredObject } from "../services/s3/storage/types.ts";
import { allBelow, parseS3 } from "../training/s3-folders.ts";
import { ManifestError, readManifest } from "../training/s3-manifest.ts";
import { JobError } from "./transform-error.ts";
import type { TransformDefinition } from "./transform-job.ts";

/** One object to transform and its path below what was asked for, which its output is named after. */
export type InputFile = { bucket: string; key: string; path: string };

/** The objects that a job reads, in order of their keys. Throws a JobError when there are none. */
export function findInputs(store: ObjectStore, { TransformInput }: TransformDefinition): InputFile[] {
  const { S3DataType, S3Uri } = TransformInput.DataSource.S3DataSource;
  const files = S3DataType === "ManifestFile" ? listed(store, S3Uri) : belowPrefix(store, S3Uri);
  if (files.length === 0) throw noObjects(S3Uri);
  return files;
}

function belowPrefix(store: ObjectStore, uri: string): InputFile[] {
  const { bucket, key: prefix } = addressOf(uri);
  const objects = [...allBelow(store, bucket, prefix)].filter(({ key }) => !key.endsWith("/"));
  // A prefix that ends within a name, or is one object: the last part of the key is the file's name.
  const isFolder = prefix !== "" && !prefix.endsWith("/") && objects.every(({ key }) => key.startsWith(`${prefix}/`));
  const start = isFolder ? prefix.length + 1 : prefix.lastIndexOf("/") + 1;
  return objects.map(({ key }: StoredObject) => ({ bucket, key, path: key.slice(start) }));
}

function listed(store: ObjectStore, uri: string): InputFile[] {
  try {
    const entries = readManifest(store, uri);
    if (!entries) throw noObjects(uri);
    return entries.map(({ bucket, key, name }) => ({ bucket, key, path: name.replace(/^\/+/, "") }));
  } catch (cause) {
    throw cause instanceof ManifestError ? new JobError(`ClientError: ${cause.message}`) : cause;
  }
}

function addressOf(uri: string): { bucket: string; key: string } {
  const address = parseS3(uri);
  if (!address) throw noObjects(uri);
  return address;
}

function noObjects(uri: string): JobError {
  const bucket = parseS3(uri)?.bucket ?? "";
  return new JobError(
    `ClientError: No S3 objects found under S3 URL "${uri}" given in input data source. Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, and that the role has "s3:ListBucket" permissions on bucket "${bucket}".`,
  );
}
