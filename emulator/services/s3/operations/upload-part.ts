import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { runningChecksum } from "../body/checksums.ts";
import { openBody } from "../body/open-body.ts";
import { sendEmpty, sendXml } from "../http/answer.ts";
import { parseRange } from "../http/byte-range.ts";
import { invalidArgument, invalidRequest, noSuchUpload } from "../http/faults.ts";
import { header, type S3Call } from "../http/s3-call.ts";
import { document, element } from "../http/xml.ts";
import type { BlobDraft } from "../storage/blob-files.ts";
import type { StoredObject, StoredPart, StoredUpload } from "../storage/types.ts";
import { copySource } from "./copy-source.ts";
import { checksumHeaders } from "./object-headers.ts";
import { existingUpload } from "./uploads.ts";
import { checksumElements } from "./xml-parts.ts";

const MAX_PART_NUMBER = 10_000;

export async function uploadPart(call: S3Call): Promise<void> {
  const upload = existingUpload(call);
  const number = partNumber(call);
  const body = openBody(call);
  const draft = await call.store.blobs.draft(body.chunks);
  const part = await keepPart(call, upload, draft, () => {
    const { size, md5, checksum } = body.verify();
    return { number, size, etag: md5, checksum };
  });
  sendEmpty(call, 200, {
    etag: `"${part.etag}"`,
    "x-amz-server-side-encryption": "AES256",
    ...checksumHeaders(part.checksum),
    "x-amz-checksum-type": null,
  });
}

export async function uploadPartCopy(call: S3Call): Promise<void> {
  const upload = existingUpload(call);
  const number = partNumber(call);
  const source = copySource(call);
  const md5 = createHash("md5");
  const running = upload.checksumAlgorithm ? runningChecksum(upload.checksumAlgorithm) : null;
  let size = 0;
  const bytes = readSource(call, source);
  async function* observed(): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      size += chunk.length;
      md5.update(chunk);
      running?.update(chunk);
      yield chunk;
    }
  }
  const draft = await call.store.blobs.draft(observed());
  const part = await keepPart(call, upload, draft, () => ({
    number,
    size,
    etag: md5.digest("hex"),
    checksum:
      upload.checksumAlgorithm && running
        ? { algorithm: upload.checksumAlgorithm, type: "FULL_OBJECT", value: running.digest().toString("base64") }
        : null,
  }));
  sendXml(
    call,
    document("CopyPartResult", [
      element("LastModified", new Date(part.modifiedAt).toISOString()),
      element("ETag", `"${part.etag}"`),
      part.checksum && checksumElements(part.checksum),
    ]),
  );
}

/** Gives the written bytes their place and row, or removes them when they are wrong or come too late. */
async function keepPart(
  call: S3Call,
  upload: StoredUpload,
  draft: BlobDraft,
  describe: () => Omit<StoredPart, "blob" | "modifiedAt">,
): Promise<StoredPart> {
  const { store } = call;
  try {
    const described = describe();
    const part: StoredPart = { ...described, blob: await draft.keep(), modifiedAt: store.clock.now() };
    if (store.uploads.putPart(upload.id, part)) return part;
    store.blobs.remove(part.blob);
    throw noSuchUpload(upload.id);
  } catch (cause) {
    await draft.discard();
    throw cause;
  }
}

function partNumber(call: S3Call): number {
  const text = call.request.query.get("partNumber") ?? "";
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MAX_PART_NUMBER) {
    throw invalidArgument(
      `Part number must be an integer between 1 and ${MAX_PART_NUMBER}, inclusive`,
      "partNumber",
      text,
    );
  }
  return number;
}

function readSource(call: S3Call, source: StoredObject): AsyncIterable<Buffer> {
  const text = header(call, "x-amz-copy-source-range");
  if (text === null) return call.store.blobs.read(source.blob);
  if (!/^bytes=\d+-\d+$/.test(text)) {
    throw invalidArgument(
      "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
      "x-amz-copy-source-range",
      text,
    );
  }
  const last = Number(text.split("-")[1]);
  const range = parseRange(text, source.size);
  if (!range || last >= source.size)
    throw invalidRequest("The specified copy source is not supported as a byte-range copy source");
  return source.size === 0 ? Readable.from([]) : call.store.blobs.read(source.blob, range);
}
