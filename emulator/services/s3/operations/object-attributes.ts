import { checksumElement } from "../body/checksums.ts";
import { sendXml } from "../http/answer.ts";
import { invalidArgument } from "../http/faults.ts";
import { existingObject, header, type S3Call } from "../http/s3-call.ts";
import { document, element, type Xml } from "../http/xml.ts";
import type { StoredObject } from "../storage/types.ts";
import { checksumElements } from "./xml-parts.ts";

const ATTRIBUTES = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"] as const;

export async function getObjectAttributes(call: S3Call): Promise<void> {
  const object = existingObject(call);
  const text = header(call, "x-amz-object-attributes") ?? "";
  const wanted = new Set(text.split(",").map((name) => name.trim()));
  if (!ATTRIBUTES.some((name) => wanted.has(name))) {
    throw invalidArgument("Invalid attribute name specified.", "x-amz-object-attributes", text);
  }
  sendXml(
    call,
    document("GetObjectAttributesResponse", [
      wanted.has("ETag") ? element("ETag", object.etag) : null,
      wanted.has("Checksum") && object.checksum ? element("Checksum", checksumElements(object.checksum)) : null,
      wanted.has("ObjectParts") && object.parts.length > 0 ? objectParts(call, object) : null,
      wanted.has("StorageClass") ? element("StorageClass", "STANDARD") : null,
      wanted.has("ObjectSize") ? element("ObjectSize", object.size) : null,
    ]),
    { "last-modified": new Date(object.modifiedAt).toUTCString() },
  );
}

function objectParts(call: S3Call, object: StoredObject): Xml {
  const after = Number(header(call, "x-amz-part-number-marker") ?? 0);
  const limit = Math.min(Number(header(call, "x-amz-max-parts") ?? 1000), 1000);
  const left = object.parts.filter((part) => part.number > after);
  const page = left.slice(0, limit);
  return element("ObjectParts", [
    element("TotalPartsCount", object.parts.length),
    element("PartNumberMarker", after),
    element("NextPartNumberMarker", page.at(-1)?.number ?? after),
    element("MaxParts", limit),
    element("IsTruncated", left.length > page.length),
    page.map(({ number, size, checksum }) =>
      element("Part", [
        element("PartNumber", number),
        element("Size", size),
        checksum ? element(checksumElement(checksum.algorithm), checksum.value) : null,
      ]),
    ),
  ]);
}
