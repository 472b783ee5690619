import { createHash } from "node:crypto";
import { Fault } from "../../../protocol/fault.ts";
import { checksumHeader, compositeChecksum, type RunningChecksum, runningChecksum } from "../body/checksums.ts";
import { readSmallBody } from "../body/open-body.ts";
import { sendXml } from "../http/answer.ts";
import { admitWrite } from "../http/conditions.ts";
import { badDigest, invalidRequest, noSuchUpload } from "../http/faults.ts";
import { existingBucket, header, type S3Call } from "../http/s3-call.ts";
import { document, element } from "../http/xml.ts";
import type { Checksum, StoredObject, StoredPart, StoredUpload } from "../storage/types.ts";
import { chosenParts } from "./chosen-parts.ts";
import { existingUpload } from "./uploads.ts";
import { checksumElements } from "./xml-parts.ts";

export async function completeMultipartUpload(call: S3Call): Promise<void> {
  const upload = existingUpload(call);
  const { bucket, key, store } = call;
  const parts = chosenParts(await readSmallBody(call), store.uploads.parts(upload.id));
  admitWrite(call, store.objects.get(bucket, key));

  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const expectedSize = header(call, "x-amz-mp-object-size");
  if (expectedSize !== null && Number(expectedSize) !== size) {
    throw invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${expectedSize} does not match what was computed: ${size}`,
    );
  }
  const whole =
    upload.checksumAlgorithm && upload.checksumType === "FULL_OBJECT"
      ? runningChecksum(upload.checksumAlgorithm)
      : null;
  const draft = await store.blobs.draft(joined(call, parts, whole));
  try {
    const checksum = finalChecksum(call, upload, parts, whole);
    const object: StoredObject = {
      bucket,
      key,
      blob: await draft.keep(),
      size,
      etag: multipartEtag(parts),
      modifiedAt: store.clock.now(),
      headers: upload.headers,
      tags: upload.tags,
      checksum,
      parts: parts.map((part) => ({ number: part.number, size: part.size, checksum: part.checksum })),
    };
    store.objects.put(object, (current) => {
      existingBucket(call);
      // Another Complete or an Abort may have come first.
      if (!store.uploads.get(upload.id)) throw noSuchUpload(upload.id);
      admitWrite(call, current);
    });
    store.uploads.end(upload.id);
    sendXml(
      call,
      document("CompleteMultipartUploadResult", [
        element("Location", `http://${call.request.req.headers.host ?? "127.0.0.1"}/${bucket}/${encodeURI(key)}`),
        element("Bucket", bucket),
        element("Key", key),
        element("ETag", `"${object.etag}"`),
        checksumElements(checksum),
      ]),
    );
  } catch (cause) {
    await draft.discard();
    throw cause;
  }
}

async function* joined(call: S3Call, parts: StoredPart[], whole: RunningChecksum | null): AsyncGenerator<Buffer> {
  for (const part of parts) {
    for await (const chunk of openPart(call, part)) {
      whole?.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  }
}

/** A part that was replaced or aborted meanwhile has lost its file. */
function openPart(call: S3Call, part: StoredPart) {
  try {
    return call.store.blobs.read(part.blob);
  } catch {
    throw new Fault("InvalidPart", "One or more of the specified parts could not be found.", 400, {
      PartNumber: part.number,
    });
  }
}

function multipartEtag(parts: StoredPart[]): string {
  const md5 = createHash("md5");
  for (const part of parts) md5.update(Buffer.from(part.etag, "hex"));
  return `${md5.digest("hex")}-${parts.length}`;
}

function finalChecksum(
  call: S3Call,
  upload: StoredUpload,
  parts: StoredPart[],
  whole: RunningChecksum | null,
): Checksum | null {
  const { checksumAlgorithm: algorithm, checksumType: type } = upload;
  if (!algorithm) return null;
  const values = parts.map((part) => (part.checksum?.algorithm === algorithm ? part.checksum.value : null));
  if (!whole && values.some((value) => value === null)) {
    throw invalidRequest(
      `The upload was created using a ${algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part.`,
    );
  }
  const value = whole
    ? whole.digest().toString("base64")
    : compositeChecksum(
        algorithm,
        values.filter((each) => each !== null),
      );
  const announced = header(call, checksumHeader(algorithm));
  if (announced !== null && announced.replace(/-\d+$/, "") !== value.replace(/-\d+$/, "")) throw badDigest(algorithm);
  return { algorithm, type, value };
}
