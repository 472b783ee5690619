import { sendXml } from "../http/answer.ts";
import { existingBucket, type S3Call } from "../http/s3-call.ts";
import { document, element } from "../http/xml.ts";
import { commonPrefix } from "../storage/key-range.ts";
import { ownerElement } from "./owner.ts";
import { existingUpload } from "./uploads.ts";
import { checksumElements, keyWriter } from "./xml-parts.ts";

const PAGE = 1000;

export async function listParts(call: S3Call): Promise<void> {
  const upload = existingUpload(call);
  const { query } = call.request;
  const after = Number(query.get("part-number-marker") ?? 0) || 0;
  const limit = pageSize(query.get("max-parts"));
  const left = call.store.uploads.parts(upload.id).filter((part) => part.number > after);
  const page = left.slice(0, limit);
  sendXml(
    call,
    document("ListPartsResult", [
      element("Bucket", call.bucket),
      element("Key", keyWriter(query)(call.key)),
      element("UploadId", upload.id),
      ownerElement("Initiator"),
      ownerElement("Owner"),
      element("StorageClass", "STANDARD"),
      element("PartNumberMarker", after),
      element("NextPartNumberMarker", page.at(-1)?.number ?? 0),
      element("MaxParts", limit),
      element("IsTruncated", left.length > page.length),
      element("ChecksumAlgorithm", upload.checksumAlgorithm),
      element("ChecksumType", upload.checksumAlgorithm ? upload.checksumType : null),
      page.map((part) =>
        element("Part", [
          element("PartNumber", part.number),
          element("LastModified", new Date(part.modifiedAt).toISOString()),
          element("ETag", `"${part.etag}"`),
          element("Size", part.size),
          checksumElements(part.checksum),
        ]),
      ),
    ]),
  );
}

export async function listMultipartUploads(call: S3Call): Promise<void> {
  existingBucket(call);
  const { query } = call.request;
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const keyMarker = query.get("key-marker") ?? "";
  const uploadMarker = query.get("upload-id-marker") ?? "";
  const limit = pageSize(query.get("max-uploads"));
  const matching = call.store.uploads.list(call.bucket).filter((upload) => upload.key.startsWith(prefix));
  const marked = matching.findIndex((upload) => upload.id === uploadMarker);
  const left = marked >= 0 ? matching.slice(marked + 1) : matching.filter((upload) => upload.key > keyMarker);
  const single = left.filter((upload) => commonPrefix(upload.key, prefix, delimiter) === null);
  const groups = new Set(
    left.map((upload) => commonPrefix(upload.key, prefix, delimiter)).filter((group) => group !== null),
  );
  const page = single.slice(0, limit);
  const isTruncated = single.length > page.length;
  const write = keyWriter(query);
  sendXml(
    call,
    document("ListMultipartUploadsResult", [
      element("Bucket", call.bucket),
      element("KeyMarker", write(keyMarker)),
      element("UploadIdMarker", uploadMarker),
      element("NextKeyMarker", isTruncated ? write(page.at(-1)?.key ?? "") : null),
      element("NextUploadIdMarker", isTruncated ? page.at(-1)?.id : null),
      element("Prefix", write(prefix)),
      element("Delimiter", delimiter === "" ? null : write(delimiter)),
      element("MaxUploads", limit),
      element("EncodingType", query.get("encoding-type")),
      element("IsTruncated", isTruncated),
      page.map((upload) =>
        element("Upload", [
          element("Key", write(upload.key)),
          element("UploadId", upload.id),
          ownerElement("Initiator"),
          ownerElement("Owner"),
          element("StorageClass", "STANDARD"),
          element("Initiated", new Date(upload.createdAt).toISOString()),
          element("ChecksumAlgorithm", upload.checksumAlgorithm),
          element("ChecksumType", upload.checksumAlgorithm ? upload.checksumType : null),
        ]),
      ),
      // Groups are listed on the last page, whole: a bucket has few unfinished uploads.
      isTruncated ? [] : [...groups].map((group) => element("CommonPrefixes", element("Prefix", write(group)))),
    ]),
  );
}

function pageSize(text: string | null): number {
  return Math.min(text === null ? PAGE : Number(text) || PAGE, PAGE);
}
