import "server-only";
import { AppError } from "@/lib/errors";

/** S3 wants at least 5 MiB for each part but the last, and takes 10,000 parts. */
const PART_BYTES = 8 * 1024 * 1024;

/** A stream in pieces of one part each; memory holds one part, whatever the stream's length. */
export async function* gatherParts(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let held: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        if (cause instanceof AppError) throw cause;
        throw new AppError("invalid", "The upload stopped before the file was whole.", { hint: "Upload it again." });
      });
      if (done) break;
      held.push(value);
      size += value.byteLength;
      if (size < PART_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
    if (size > 0) yield Buffer.concat(held);
  } finally {
    await reader.cancel().catch(() => {});
  }
}
