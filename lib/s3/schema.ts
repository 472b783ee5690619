import { z } from "zod";

import { BUCKET_NAME, MAX_KEY_BYTES } from "./address";
import { MAX_UPLOAD_BYTES, PART_BYTES } from "./limits";

const fits = (key: string) => new TextEncoder().encode(key).byteLength <= MAX_KEY_BYTES && !key.includes("\0");
const TOO_LONG = "S3 takes at most 1,024 bytes as a key.";

const BucketName = z.string().regex(BUCKET_NAME, "This is no name of a bucket.");

const ObjectKey = z.string().min(1, "Name the object.").refine(fits, TOO_LONG);

export const ListPlaceInput = z.object({
  bucket: BucketName,
  prefix: z.string().refine(fits, TOO_LONG).default(""),
  token: z.string().max(4096).optional(),
});

export const ObjectInput = z.object({ bucket: BucketName, key: ObjectKey });

/** `.` and `..` between slashes are resolved away by many clients: such a key could hardly be read again. */
const NewKey = ObjectKey.refine(
  (key) => !key.split("/").some((part) => part === "." || part === ".."),
  "A name may not be . or ..",
);
/** `replace`: an object of that key may be written over. */
const Place = { bucket: BucketName, key: NewKey, replace: z.enum(["yes", "no"]).default("no") };

export const PutObjectInput = z.object({ ...Place, bytes: z.coerce.number<string>().int().min(0).max(PART_BYTES) });

export const BeginUploadInput = z.object({
  ...Place,
  bytes: z.coerce.number<string>().int().min(1).max(MAX_UPLOAD_BYTES, "Files above 78 GiB go to S3 by `aws s3 cp`."),
});

const UploadId = z.string().min(1).max(1024);

export const PartInput = z.object({
  bucket: BucketName,
  key: NewKey,
  uploadId: UploadId,
  part: z.coerce.number<string>().int().min(1).max(10_000),
  bytes: z.coerce.number<string>().int().min(1).max(PART_BYTES),
});

export const AbortUploadInput = z.object({ bucket: BucketName, key: NewKey, uploadId: UploadId });

export const CompleteUploadInput = z.object({
  ...Place,
  uploadId: UploadId,
  parts: z
    .array(z.object({ number: z.number().int().min(1).max(10_000), etag: z.string().min(1).max(200) }))
    .min(1)
    .max(10_000),
});
