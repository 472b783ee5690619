import { checksumAlgorithm, runningChecksum } from "../body/checksums.ts";
import { sendXml } from "../http/answer.ts";
import { admitWrite } from "../http/conditions.ts";
import { invalidRequest } from "../http/faults.ts";
import { existingBucket, header, type S3Call } from "../http/s3-call.ts";
import { document, element } from "../http/xml.ts";
import type { Checksum, StoredObject } from "../storage/types.ts";
import { copySource } from "./copy-source.ts";
import { headersToKeep, tagsToKeep } from "./object-headers.ts";
import { checksumElements } from "./xml-parts.ts";

export async function copyObject(call: S3Call): Promise<void> {
  existingBucket(call);
  const { bucket, key, store } = call;
  const source = copySource(call);
  const replacesMetadata = header(call, "x-amz-metadata-directive") === "REPLACE";
  const replacesTags = header(call, "x-amz-tagging-directive") === "REPLACE";
  if (source.bucket === bucket && source.key === key && !replacesMetadata && !replacesTags) {
    throw invalidRequest(
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
  const headers = replacesMetadata ? headersToKeep(call) : source.headers;
  const tags = replacesTags ? tagsToKeep(call) : source.tags;
  const blob = await store.blobs.duplicate(source.blob);
  const checksum = await checksumOfCopy(call, source, blob);
  const copy: StoredObject = {
    ...source,
    bucket,
    key,
    // A copy of a multipart object is one piece, but keeps its ETag here, so that clients can compare.
    parts: [],
    checksum,
    blob,
    modifiedAt: store.clock.now(),
    headers,
    tags,
  };
  try {
    store.objects.put(copy, (current) => {
      existingBucket(call);
      admitWrite(call, current);
    });
  } catch (cause) {
    store.blobs.remove(copy.blob);
    throw cause;
  }
  sendXml(
    call,
    document("CopyObjectResult", [
      element("LastModified", new Date(copy.modifiedAt).toISOString()),
      element("ETag", `"${copy.etag}"`),
      checksumElements(checksum),
    ]),
  );
}

/** The source's checksum, unless the copy asks for another algorithm or the source's is one of parts. */
async function checksumOfCopy(call: S3Call, source: StoredObject, blob: string): Promise<Checksum | null> {
  const algorithm = checksumAlgorithm(header(call, "x-amz-checksum-algorithm")) ?? source.checksum?.algorithm;
  if (!algorithm) return null;
  if (source.checksum?.algorithm === algorithm && source.checksum.type === "FULL_OBJECT") return source.checksum;
  const running = runningChecksum(algorithm);
  for await (const chunk of call.store.blobs.read(blob)) running.update(chunk as Buffer);
  return { algorithm, type: "FULL_OBJECT", value: running.digest().toString("base64") };
}
