import type { IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { Fault } from "./fault.ts";

const MAX_CONTROL_BODY = 16 * 1024 * 1024;

/** The whole body of a control-plane request; PutMetricData arrives gzipped above 10 KB. */
export async function readBody(req: IncomingMessage, maxBytes = MAX_CONTROL_BODY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Reads on without keeping: a client that is still sending would not see the answer.
    if (length <= maxBytes) chunks.push(chunk);
  }
  if (length > maxBytes) throw new Fault("RequestEntityTooLargeException", "The request is too large.", 413);
  const body = Buffer.concat(chunks);
  return req.headers["content-encoding"] === "gzip" ? gunzip(body, maxBytes) : body;
}

function gunzip(body: Buffer, maxBytes: number): Buffer {
  try {
    return gunzipSync(body, { maxOutputLength: maxBytes });
  } catch {
    throw new Fault("SerializationException", "The body is not valid gzip.");
  }
}
