import { Fault } from "../../../protocol/fault.ts";
import { checksumElement } from "../body/checksums.ts";
import { malformedXml } from "../http/faults.ts";
import { childrenOf, childText, parseDocument, type XmlNode } from "../http/xml.ts";
import type { StoredPart } from "../storage/types.ts";

const MIN_PART_BYTES = 5 * 1024 ** 2;

/** The uploaded parts that a CompleteMultipartUpload document names, in its order, once S3's rules hold for them. */
export function chosenParts(source: string, uploaded: StoredPart[]): StoredPart[] {
  const entries = childrenOf(source.trim() === "" ? "" : parseDocument(source, "CompleteMultipartUpload"), "Part");
  if (entries.length === 0) {
    throw new Fault("InvalidRequest", "You must specify at least one part");
  }
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  const numbers = entries.map((entry) => Number(childText(entry, "PartNumber") ?? Number.NaN));
  if (numbers.some((number) => !Number.isInteger(number))) throw malformedXml();
  if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0))) {
    throw new Fault(
      "InvalidPartOrder",
      "The list of parts was not in ascending order. Parts must be ordered by part number.",
    );
  }
  const parts = entries.map((entry, index) =>
    matchingPart(entry, byNumber.get(numbers[index] ?? 0), numbers[index] ?? 0),
  );
  for (const part of parts.slice(0, -1)) if (part.size < MIN_PART_BYTES) throw entityTooSmall(part);
  return parts;
}

function matchingPart(entry: XmlNode, part: StoredPart | undefined, number: number): StoredPart {
  const etag = childText(entry, "ETag")?.trim().replace(/^"|"$/g, "");
  const checksum = part?.checksum ? childText(entry, checksumElement(part.checksum.algorithm)) : null;
  if (part && etag === part.etag && (checksum === null || checksum.trim() === part.checksum?.value)) return part;
  throw new Fault(
    "InvalidPart",
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    400,
    { PartNumber: number, ETag: etag ?? "" },
  );
}

function entityTooSmall(part: StoredPart): Fault {
  return new Fault("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", 400, {
    ETag: part.etag,
    MinSizeAllowed: MIN_PART_BYTES,
    ProposedSize: part.size,
    PartNumber: part.number,
  });
}
