import { Fault } from "../../../protocol/fault.ts";
import { checksumHeader } from "../body/checksums.ts";
import type { AnswerHeaders } from "../http/answer.ts";
import { invalidArgument } from "../http/faults.ts";
import { header, headersStartingWith, type S3Call } from "../http/s3-call.ts";
import type { Checksum, StoredObject } from "../storage/types.ts";
import { toHeaderValue } from "./header-value.ts";

const KEPT = ["cache-control", "content-disposition", "content-language", "content-type", "expires"];
const MAX_METADATA_BYTES = 2048;

/** The headers of a write that belong to the object and come back when it is read. */
export function headersToKeep(call: S3Call): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of KEPT) {
    const value = header(call, name);
    if (value !== null) kept[name] = toHeaderValue(value);
  }
  kept["content-type"] ||= "binary/octet-stream";
  const encoding = contentEncoding(header(call, "content-encoding"));
  if (encoding !== "") kept["content-encoding"] = encoding;
  return { ...kept, ...userMetadata(call) };
}

/** `x-amz-tagging` of a write: tags as a query string. */
export function tagsToKeep(call: S3Call): Record<string, string> {
  const text = header(call, "x-amz-tagging") ?? "";
  const tags = Object.fromEntries(new URLSearchParams(text));
  if (Object.keys(tags).length > 10)
    throw invalidArgument("Object tags cannot be greater than 10", "x-amz-tagging", text);
  return tags;
}

/** The headers of an object's answer, lengths and ranges aside. */
export function objectHeaders(object: StoredObject): AnswerHeaders {
  const tagCount = Object.keys(object.tags).length;
  return {
    ...object.headers,
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.modifiedAt).toUTCString(),
    "accept-ranges": "bytes",
    "x-amz-server-side-encryption": "AES256",
    "x-amz-tagging-count": tagCount === 0 ? null : tagCount,
  };
}

export function checksumHeaders(checksum: Checksum | null): AnswerHeaders {
  if (!checksum) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, "x-amz-checksum-type": checksum.type };
}

function userMetadata(call: S3Call): Record<string, string> {
  const metadata = headersStartingWith(call, "x-amz-meta-");
  const size = Object.entries(metadata).reduce(
    (sum, [name, value]) => sum + name.length - "x-amz-meta-".length + value.length,
    0,
  );
  if (size > MAX_METADATA_BYTES) {
    throw new Fault("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", 400, {
      Size: size,
      MaxSizeAllowed: MAX_METADATA_BYTES,
    });
  }
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, toHeaderValue(value)]));
}

/** `aws-chunked` is framing of the request, not of the object. */
function contentEncoding(value: string | null): string {
  const encodings = (value ?? "").split(",").map((encoding) => encoding.trim());
  return encodings.filter((encoding) => encoding !== "" && encoding !== "aws-chunked").join(",");
}
