import type { IncomingMessage } from "node:http";
import { Fault } from "../../protocol/fault.ts";

/** SageMaker's limit for a real-time request; the 6 MB in its API model are out of date. */
export const MAX_PAYLOAD_BYTES = 25 * 1024 * 1024;
/** What is read on of a refused body, so that a client that is still sending sees the answer. */
const MAX_DRAINED_BYTES = 256 * 1024 * 1024;

/** Reads a body without keeping more than SageMaker accepts. */
export async function readPayload(
  req: IncomingMessage,
  requestId: string,
  maxBytes: number = MAX_PAYLOAD_BYTES,
): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > maxBytes) {
    drain(req);
    throw oversize(requestId);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= maxBytes) return;
      req.off("data", onData);
      drain(req);
      reject(oversize(requestId));
    };
    req.on("data", onData);
    req.once("end", () => resolve(Buffer.concat(chunks)));
    req.once("error", reject);
  });
}

function drain(req: IncomingMessage): void {
  let bytes = 0;
  req.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_DRAINED_BYTES) req.destroy();
  });
}

export function oversize(requestId: string): Fault {
  return new Fault("ValidationError", `Request ${requestId} has oversize body.`);
}
