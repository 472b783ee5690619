import { z } from "zod";

import { BUCKET_NAME, MAX_KEY_BYTES } from "./address";

const fits = (key: string) => new TextEncoder().encode(key).byteLength <= MAX_KEY_BYTES && !key.includes("\0");
const TOO_LONG = "S3 takes at most 1,024 bytes as a key.";

const BucketName = z.string().regex(BUCKET_NAME, "This is no name of a bucket.");

export const ListPlaceInput = z.object({
  bucket: BucketName,
  prefix: z.string().refine(fits, TOO_LONG).default(""),
  token: z.string().max(4096).optional(),
});
