import { expect, test } from "vitest";
import { type ChecksumAlgorithm, runningChecksum } from "./checksums.ts";

// The check values of "123456789" from the CRC catalogue, and the digests of the same text.
test.each<[ChecksumAlgorithm, string]>([
  ["CRC32", "cbf43926"],
  ["CRC32C", "e3069283"],
  ["CRC64NVME", "ae8b14860a799888"],
  ["SHA1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441"],
  ["SHA256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"],
])("%s gives its published check value, however the bytes are cut", (algorithm, expected) => {
  const running = runningChecksum(algorithm);
  for (const piece of ["1234", "", "56789"]) running.update(Buffer.from(piece));
  expect(running.digest().toString("hex")).toBe(expected);
});
