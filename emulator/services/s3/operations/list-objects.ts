import { sendXml } from "../http/answer.ts";
import { invalidArgument } from "../http/faults.ts";
import { existingBucket, type S3Call } from "../http/s3-call.ts";
import { document, element, type Xml } from "../http/xml.ts";
import { commonPrefix, endOfPrefix } from "../storage/key-range.ts";
import type { Listing } from "../storage/objects.ts";
import type { StoredObject } from "../storage/types.ts";
import { ownerElement } from "./owner.ts";
import { keyWriter } from "./xml-parts.ts";

const MAX_KEYS = 1000;

export async function listObjectsV2(call: S3Call): Promise<void> {
  existingBucket(call);
  const { query } = call.request;
  const { prefix, delimiter, limit } = readListing(query);
  const token = query.get("continuation-token");
  const startAfter = query.get("start-after") ?? "";
  const listing = list(call, { from: token === null ? "" : readToken(token), after: token === null ? startAfter : "" });
  const write = keyWriter(query);
  sendXml(
    call,
    document("ListBucketResult", [
      element("Name", call.bucket),
      element("Prefix", write(prefix)),
      element("StartAfter", startAfter === "" ? null : write(startAfter)),
      element("ContinuationToken", token),
      element("NextContinuationToken", listing.next === null ? null : writeToken(listing.next)),
      element("KeyCount", listing.objects.length + listing.prefixes.length),
      element("MaxKeys", limit),
      element("Delimiter", delimiter === "" ? null : write(delimiter)),
      element("EncodingType", query.get("encoding-type")),
      element("IsTruncated", listing.next !== null),
      contents(listing, write, query.get("fetch-owner") === "true"),
    ]),
  );
}

export async function listObjects(call: S3Call): Promise<void> {
  existingBucket(call);
  const { query } = call.request;
  const { prefix, delimiter, limit } = readListing(query);
  const marker = query.get("marker") ?? "";
  // NextMarker may be a common prefix: then its whole group has been listed already.
  const isGroup = marker !== "" && commonPrefix(marker, prefix, delimiter) === marker && marker.startsWith(prefix);
  const listing = list(
    call,
    isGroup ? { from: endOfPrefix(marker) ?? marker, after: "" } : { from: "", after: marker },
  );
  const last = [listing.objects.at(-1)?.key ?? "", listing.prefixes.at(-1) ?? ""].sort(byUtf8).at(-1) ?? "";
  const write = keyWriter(query);
  sendXml(
    call,
    document("ListBucketResult", [
      element("Name", call.bucket),
      element("Prefix", write(prefix)),
      element("Marker", write(marker)),
      element("NextMarker", listing.next !== null && delimiter !== "" ? write(last) : null),
      element("MaxKeys", limit),
      element("Delimiter", delimiter === "" ? null : write(delimiter)),
      element("EncodingType", query.get("encoding-type")),
      element("IsTruncated", listing.next !== null),
      contents(listing, write, true),
    ]),
  );
}

function readListing(query: URLSearchParams) {
  const text = query.get("max-keys");
  if (text !== null && !/^\d{1,10}$/.test(text)) {
    throw invalidArgument("Provided max-keys not an integer or within integer range", "max-keys", text);
  }
  return {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") ?? "",
    limit: Math.min(text === null ? MAX_KEYS : Number(text), MAX_KEYS),
  };
}

function list(call: S3Call, start: { from: string; after: string }): Listing {
  const { prefix, delimiter, limit } = readListing(call.request.query);
  // AWS answers max-keys=0 with an empty page that is not truncated.
  if (limit === 0) return { objects: [], prefixes: [], next: null };
  return call.store.objects.list({ bucket: call.bucket, prefix, delimiter, limit, ...start });
}

function contents({ objects, prefixes }: Listing, write: (key: string) => string, withOwner: boolean): Xml[] {
  return [
    ...objects.map((object) => element("Contents", objectElements(object, write, withOwner))),
    ...prefixes.map((prefix) => element("CommonPrefixes", element("Prefix", write(prefix)))),
  ];
}

function objectElements(object: StoredObject, write: (key: string) => string, withOwner: boolean): Xml[] {
  return [
    element("Key", write(object.key)),
    element("LastModified", new Date(object.modifiedAt).toISOString()),
    element("ETag", `"${object.etag}"`),
    element("ChecksumAlgorithm", object.checksum?.algorithm),
    element("ChecksumType", object.checksum?.type),
    element("Size", object.size),
    withOwner ? ownerElement("Owner") : { xml: "" },
    element("StorageClass", "STANDARD"),
  ];
}

const byUtf8 = (left: string, right: string): number => Buffer.compare(Buffer.from(left), Buffer.from(right));

const writeToken = (key: string): string => Buffer.from(`from:${key}`).toString("base64url");

function readToken(token: string): string {
  const text = Buffer.from(token, "base64url").toString("utf8");
  if (!text.startsWith("from:")) {
    throw invalidArgument("The continuation token provided is incorrect", "continuation-token", token);
  }
  return text.slice("from:".length);
}
