import "server-only";
import { AppError } from "@/lib/errors";

import { megabytes } from "./limits";

/**
 * Reads a request's body up to a limit. A declared length over the limit is refused before the first byte, an
 * undeclared one as soon as it is passed, so that nobody can fill the console's memory.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes, declared);

  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes, null);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

function tooLarge(maxBytes: number, bytes: number | null): AppError {
  const limit = megabytes(maxBytes);
  const size = bytes === null ? `larger than ${limit}` : megabytes(bytes);
  return new AppError("too-large", `The input is ${size}. A real-time endpoint takes at most ${limit}.`, {
    hint: "Send a smaller input, or use an async endpoint: it takes up to 1 GB from S3.",
  });
}
