import { randomBytes } from "node:crypto";
import { checksumAlgorithm } from "../body/checksums.ts";
import { sendEmpty, sendXml } from "../http/answer.ts";
import { invalidArgument, noSuchUpload } from "../http/faults.ts";
import { existingBucket, header, type S3Call } from "../http/s3-call.ts";
import { document, element } from "../http/xml.ts";
import type { ChecksumType, StoredUpload } from "../storage/types.ts";
import { headersToKeep, tagsToKeep } from "./object-headers.ts";

export async function createMultipartUpload(call: S3Call): Promise<void> {
  existingBucket(call);
  const { bucket, key, store } = call;
  const algorithm = checksumAlgorithm(header(call, "x-amz-checksum-algorithm"));
  const upload: StoredUpload = {
    id: randomBytes(48).toString("base64url"),
    bucket,
    key,
    createdAt: store.clock.now(),
    headers: headersToKeep(call),
    tags: tagsToKeep(call),
    checksumAlgorithm: algorithm,
    checksumType: checksumType(header(call, "x-amz-checksum-type"), algorithm),
  };
  store.uploads.create(upload);
  sendXml(
    call,
    document("InitiateMultipartUploadResult", [
      element("Bucket", bucket),
      element("Key", key),
      element("UploadId", upload.id),
    ]),
    {
      "x-amz-server-side-encryption": "AES256",
      "x-amz-checksum-algorithm": algorithm,
      "x-amz-checksum-type": algorithm ? upload.checksumType : null,
    },
  );
}

export async function abortMultipartUpload(call: S3Call): Promise<void> {
  const upload = existingUpload(call);
  call.store.uploads.end(upload.id);
  sendEmpty(call, 204);
}

/** The upload that `uploadId` names, if it is one of this bucket and key. */
export function existingUpload(call: S3Call): StoredUpload {
  existingBucket(call);
  const id = call.request.query.get("uploadId") ?? "";
  const upload = call.store.uploads.get(id);
  if (!upload || upload.bucket !== call.bucket || upload.key !== call.key) throw noSuchUpload(id);
  return upload;
}

/** CRC64NVME is always of the whole object; the others are composite unless asked otherwise. */
function checksumType(requested: string | null, algorithm: string | null): ChecksumType {
  if (requested !== null && requested !== "FULL_OBJECT" && requested !== "COMPOSITE") {
    throw invalidArgument("Value for x-amz-checksum-type header is invalid.", "x-amz-checksum-type", requested);
  }
  return requested ?? (algorithm === "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE");
}
