import { createHash } from "node:crypto";
import { Fault } from "../../../protocol/fault.ts";
import { badDigest, invalidRequest } from "../http/faults.ts";
import { header, type S3Call } from "../http/s3-call.ts";
import type { Checksum } from "../storage/types.ts";
import { decodeAwsChunked } from "./aws-chunked.ts";
import { checksumHeader, isChecksumValue, runningChecksum } from "./checksums.ts";
import { declaredChecksum } from "./declared-checksum.ts";

const MAX_PUT_BYTES = 5 * 1024 ** 3;

export type BodyFacts = { size: number; md5: string; checksum: Checksum | null };

/** A body on its way in: `chunks` must be read to their end before `verify` compares them with what was announced. */
export type OpenBody = { chunks: AsyncIterable<Buffer>; verify(): BodyFacts };

/** Opens the request's body: framing taken off, digests computed as it streams by. */
export function openBody(call: S3Call): OpenBody {
  const { req } = call.request;
  const isChunked = (header(call, "x-amz-content-sha256") ?? "").startsWith("STREAMING-");
  const expectedSize = expectedLength(call, isChunked);
  const declared = declaredChecksum(call);
  const trailers = new Map<string, string>();

  const md5 = createHash("md5");
  const payload = /^[0-9a-f]{64}$/.test(header(call, "x-amz-content-sha256") ?? "") ? createHash("sha256") : null;
  const running = declared ? runningChecksum(declared.algorithm) : null;
  let size = 0;

  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of isChunked ? decodeAwsChunked(req, trailers) : (req as AsyncIterable<Buffer>)) {
      size += chunk.length;
      md5.update(chunk);
      payload?.update(chunk);
      running?.update(chunk);
      yield chunk;
    }
  }

  function verify(): BodyFacts {
    if (size !== expectedSize) {
      throw new Fault(
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header",
      );
    }
    const md5Digest = md5.digest();
    checkMd5(header(call, "content-md5"), md5Digest);
    if (payload && payload.digest("hex") !== header(call, "x-amz-content-sha256")) {
      throw new Fault(
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      );
    }
    if (!declared || !running) return { size, md5: md5Digest.toString("hex"), checksum: null };

    const { algorithm } = declared;
    const value = running.digest().toString("base64");
    const announced = declared.value ?? trailers.get(checksumHeader(algorithm)) ?? null;
    if (announced !== null && !isChecksumValue(algorithm, announced)) {
      throw invalidRequest(`Value for ${checksumHeader(algorithm)} header is invalid.`);
    }
    if (announced !== null && announced !== value) throw badDigest(algorithm);
    return { size, md5: md5Digest.toString("hex"), checksum: { algorithm, type: "FULL_OBJECT", value } };
  }

  return { chunks: chunks(), verify };
}

/** Reads a small body, such as an XML document, into memory. */
export async function readSmallBody(call: S3Call, limit = 8 * 1024 ** 2): Promise<string> {
  const body = openBody(call);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of body.chunks) {
    size += chunk.length;
    if (size > limit) throw new Fault("MaxMessageLengthExceeded", "Your request was too big.");
    pieces.push(chunk);
  }
  body.verify();
  return Buffer.concat(pieces).toString("utf8");
}

function expectedLength(call: S3Call, isChunked: boolean): number {
  const name = isChunked ? "x-amz-decoded-content-length" : "content-length";
  const text = call.request.req.headers[name];
  const hasNoBody = !isChunked && text === undefined && call.request.req.headers["transfer-encoding"] === undefined;
  if (hasNoBody) return 0;
  if (text === undefined || !/^\d+$/.test(String(text))) {
    throw new Fault("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);
  }
  const length = Number(text);
  if (length > MAX_PUT_BYTES) {
    throw new Fault("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400, {
      ProposedSize: length,
      MaxSizeAllowed: MAX_PUT_BYTES,
    });
  }
  return length;
}

function checkMd5(announced: string | null, digest: Buffer): void {
  if (announced === null) return;
  if (Buffer.from(announced, "base64").length !== 16) {
    throw new Fault("InvalidDigest", "The Content-MD5 you specified was invalid.", 400, { "Content-MD5": announced });
  }
  if (announced !== digest.toString("base64")) {
    throw new Fault("BadDigest", "The Content-MD5 you specified did not match what we received.", 400, {
      ExpectedDigest: announced,
      CalculatedDigest: digest.toString("base64"),
    });
  }
}
