import type { AwsRequest } from "../../../protocol/aws-request.ts";
import { Fault } from "../../../protocol/fault.ts";
import type { ObjectStore } from "../storage/object-store.ts";
import type { StoredBucket, StoredObject } from "../storage/types.ts";
import { noSuchBucket, noSuchKey } from "./faults.ts";

/** One S3 request, with its bucket and key read from path or host. */
export type S3Call = {
  request: AwsRequest;
  store: ObjectStore;
  /** Empty when the request is about no bucket, such as ListBuckets. */
  bucket: string;
  /** Empty when the request is about the bucket itself. */
  key: string;
};

const BUCKET_HOST = /^(.+?)\.(?:s3[a-z0-9.-]*\.)?localhost(?::\d+)?$/i;
const MAX_KEY_BYTES = 1024;

/** Reads bucket and key: `bucket.localhost` in the host, else the path's first segment. */
export function readS3Call(request: AwsRequest, store: ObjectStore): S3Call {
  const hostBucket = BUCKET_HOST.exec(request.req.headers.host ?? "")?.[1];
  const path = request.rawPath.slice(1);
  const slash = path.indexOf("/");
  const bucket = hostBucket ?? decode(slash < 0 ? path : path.slice(0, slash));
  const key = hostBucket !== undefined ? decode(path) : slash < 0 ? "" : decode(path.slice(slash + 1));
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new Fault("KeyTooLongError", "Your key is too long", 400, {
      Size: Buffer.byteLength(key),
      MaxSizeAllowed: MAX_KEY_BYTES,
    });
  }
  return { request, store, bucket, key };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Fault("InvalidURI", "Couldn't parse the specified URI.", 400, { URI: text });
  }
}

/** A request header; presigned URLs carry `x-amz-*`, `content-md5` and `content-type` in the query instead. */
export function header(call: S3Call, name: string): string | null {
  const value = call.request.req.headers[name];
  if (value !== undefined) return Array.isArray(value) ? value.join(",") : value;
  if (!name.startsWith("x-amz-") && name !== "content-md5" && name !== "content-type") return null;
  for (const [key, queryValue] of call.request.query) if (key.toLowerCase() === name) return queryValue;
  return null;
}

/** Every header of the request that starts with `prefix`, from header or presigned query. */
export function headersStartingWith(call: S3Call, prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of call.request.query) {
    if (key.toLowerCase().startsWith(prefix)) found[key.toLowerCase()] = value;
  }
  for (const [name, value] of Object.entries(call.request.req.headers)) {
    if (name.startsWith(prefix) && value !== undefined) found[name] = String(value);
  }
  return found;
}

/** The call's bucket, or NoSuchBucket. */
export function existingBucket(call: S3Call): StoredBucket {
  const bucket = call.store.buckets.get(call.bucket);
  if (!bucket) throw noSuchBucket(call.bucket);
  return bucket;
}

/** The call's object, or NoSuchBucket or NoSuchKey. */
export function existingObject(call: S3Call): StoredObject {
  existingBucket(call);
  const object = call.store.objects.get(call.bucket, call.key);
  if (!object) throw noSuchKey(call.key);
  return object;
}
