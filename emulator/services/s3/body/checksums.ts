import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { Crc32c } from "@aws-crypto/crc32c";
import { Crc64Nvme } from "./crc64-nvme.ts";

export const CHECKSUM_ALGORITHMS = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** Takes bytes as they come and ends in their checksum. */
export type RunningChecksum = { update(chunk: Uint8Array): void; digest(): Buffer };

const LENGTH: Record<ChecksumAlgorithm, number> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

export function runningChecksum(algorithm: ChecksumAlgorithm): RunningChecksum {
  switch (algorithm) {
    case "CRC32":
      return runningCrc32();
    case "CRC32C": {
      const crc = new Crc32c();
      return { update: (chunk) => void crc.update(chunk), digest: () => uint32(crc.digest()) };
    }
    case "CRC64NVME":
      return new Crc64Nvme();
    case "SHA1":
    case "SHA256": {
      const hash = createHash(algorithm);
      return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest() };
    }
  }
}

/** The algorithm that a header such as `x-amz-checksum-crc32c` or a value such as `CRC32C` names. */
export function checksumAlgorithm(name: string | null | undefined): ChecksumAlgorithm | null {
  const wanted = name?.toUpperCase().replace("X-AMZ-CHECKSUM-", "");
  return CHECKSUM_ALGORITHMS.find((algorithm) => algorithm === wanted) ?? null;
}

export const checksumHeader = (algorithm: ChecksumAlgorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** Element of S3's XML that holds a checksum of this kind. */
export const checksumElement = (algorithm: ChecksumAlgorithm): string => `Checksum${algorithm}`;

/** True for base64 of as many bytes as the algorithm gives. */
export function isChecksumValue(algorithm: ChecksumAlgorithm, value: string): boolean {
  const bytes = Buffer.from(value, "base64");
  return bytes.length === LENGTH[algorithm] && bytes.toString("base64") === value;
}

/** The checksum of the parts' checksums: what S3 calls composite. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, values: string[]): string {
  const running = runningChecksum(algorithm);
  for (const value of values) running.update(Buffer.from(value, "base64"));
  return `${running.digest().toString("base64")}-${values.length}`;
}

function runningCrc32(): RunningChecksum {
  let value = 0;
  return {
    update(chunk) {
      value = crc32(chunk, value);
    },
    digest: () => uint32(value),
  };
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}
