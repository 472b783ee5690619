import { checksumElement } from "../body/checksums.ts";
import { element, type XmlContent } from "../http/xml.ts";
import type { Checksum } from "../storage/types.ts";

/** A checksum as S3's documents show it: its value in an element of its algorithm's name, and its type. */
export function checksumElements(checksum: Checksum | null): XmlContent {
  if (!checksum) return null;
  return [element(checksumElement(checksum.algorithm), checksum.value), element("ChecksumType", checksum.type)];
}

/** Writes keys as they are, or percent-encoded when the client asked for `encoding-type=url`. */
export function keyWriter(query: URLSearchParams): (key: string) => string {
  if (query.get("encoding-type") !== "url") return (key) => key;
  return (key) => encodeURIComponent(key).replaceAll("%2F", "/");
}
