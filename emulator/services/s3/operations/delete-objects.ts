import { readSmallBody } from "../body/open-body.ts";
import { sendEmpty, sendXml } from "../http/answer.ts";
import { invalidRequest, malformedXml, preconditionFailed } from "../http/faults.ts";
import { existingBucket, header, headersStartingWith, type S3Call } from "../http/s3-call.ts";
import { childrenOf, childText, document, element, parseDocument } from "../http/xml.ts";

const MAX_KEYS = 1000;

/** Deleting what is not there succeeds too. */
export async function deleteObject(call: S3Call): Promise<void> {
  existingBucket(call);
  const { bucket, key, store } = call;
  const ifMatch = header(call, "if-match");
  const current = store.objects.get(bucket, key);
  if (ifMatch !== null && current && ifMatch !== "*" && ifMatch.replaceAll('"', "") !== current.etag) {
    throw preconditionFailed("If-Match");
  }
  store.objects.delete(bucket, key);
  sendEmpty(call, 204);
}

export async function deleteObjects(call: S3Call): Promise<void> {
  existingBucket(call);
  const hasDigest =
    header(call, "content-md5") !== null ||
    header(call, "x-amz-trailer") !== null ||
    Object.keys(headersStartingWith(call, "x-amz-checksum-")).length > 0;
  if (!hasDigest) throw invalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");

  const request = parseDocument(await readSmallBody(call), "Delete");
  const keys = childrenOf(request, "Object").map((entry) => childText(entry, "Key"));
  if (keys.length === 0 || keys.length > MAX_KEYS) throw malformedXml();
  const isQuiet = childText(request, "Quiet")?.trim() === "true";
  const deleted = keys.map((key) => {
    if (key === null || key === "") throw malformedXml();
    call.store.objects.delete(call.bucket, key);
    return element("Deleted", element("Key", key));
  });
  sendXml(call, document("DeleteResult", isQuiet ? [] : deleted));
}
