import { invalidRequest } from "../http/faults.ts";
import { header, headersStartingWith, type S3Call } from "../http/s3-call.ts";
import { type ChecksumAlgorithm, checksumAlgorithm, isChecksumValue } from "./checksums.ts";

export type DeclaredChecksum = {
  algorithm: ChecksumAlgorithm /** Null when it follows in a trailer. */;
  value: string | null;
};

/** The checksum that a request announces: in a header, in a trailer to come, or by its algorithm only. */
export function declaredChecksum(call: S3Call): DeclaredChecksum | null {
  const values = Object.entries(headersStartingWith(call, "x-amz-checksum-"))
    .map(([name, value]) => ({ algorithm: checksumAlgorithm(name), name, value }))
    .filter(
      (entry): entry is { algorithm: ChecksumAlgorithm; name: string; value: string } => entry.algorithm !== null,
    );
  if (values.length > 1) {
    throw invalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
  }
  const [given] = values;
  if (given) {
    if (!isChecksumValue(given.algorithm, given.value))
      throw invalidRequest(`Value for ${given.name} header is invalid.`);
    return { algorithm: given.algorithm, value: given.value };
  }
  const trailer = (header(call, "x-amz-trailer") ?? "").split(",").map((name) => checksumAlgorithm(name.trim()));
  const algorithm =
    trailer.find((name) => name !== null) ?? checksumAlgorithm(header(call, "x-amz-sdk-checksum-algorithm"));
  return algorithm ? { algorithm, value: null } : null;
}
