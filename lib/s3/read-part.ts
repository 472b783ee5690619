import "server-only";
import { AppError } from "@/lib/errors";

import { PART_BYTES } from "./limits";

/**
 * The body of a request as one part; memory never holds more than that. `bytes`: how long the browser said it is, so
 * that one which was cut on the way is not taken for whole.
 */
export async function readPart(body: ReadableStream<Uint8Array> | null, bytes: number): Promise<Uint8Array> {
  if (bytes > PART_BYTES) throw tooLong();
  const held: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  try {
    while (reader) {
      const { done, value } = await reader.read().catch(() => {
        throw cut();
      });
      if (done) break;
      size += value.byteLength;
      if (size > PART_BYTES) throw tooLong();
      held.push(value);
    }
  } finally {
    await reader?.cancel().catch(() => {});
  }
  if (size !== bytes) throw cut();
  return Buffer.concat(held);
}

function cut(): AppError {
  return new AppError("unavailable", "The upload broke off on the way to the console.", { hint: "Resume it." });
}

function tooLong(): AppError {
  return new AppError("too-large", "One part holds at most 8 MiB.");
}
