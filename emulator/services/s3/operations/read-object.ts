import { pipeline } from "node:stream/promises";
import { Fault } from "../../../protocol/fault.ts";
import { type AnswerHeaders, sendEmpty, writeHead } from "../http/answer.ts";
import { type ByteRange, parseRange } from "../http/byte-range.ts";
import { judgeRead } from "../http/conditions.ts";
import { invalidArgument, invalidRequest, preconditionFailed } from "../http/faults.ts";
import { existingObject, header, type S3Call } from "../http/s3-call.ts";
import type { StoredObject } from "../storage/types.ts";
import { isHeaderValue } from "./header-value.ts";
import { checksumHeaders, objectHeaders } from "./object-headers.ts";

const OVERRIDES = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
];

export async function getObject(call: S3Call): Promise<void> {
  const answer = prepareRead(call);
  if (!answer) return;
  const { object, range, status, headers } = answer;
  const { res } = call.request;
  // Opened before the head is sent, so that a missing file is still an error document.
  const bytes = call.store.blobs.read(object.blob, range ?? undefined);
  writeHead(res, status, headers);
  // The reader may hang up at any time; there is nobody left to tell.
  await pipeline(bytes, res).catch(() => undefined);
}

export async function headObject(call: S3Call): Promise<void> {
  const answer = prepareRead(call);
  if (!answer) return;
  writeHead(call.request.res, answer.status, answer.headers);
  call.request.res.end();
}

type PreparedRead = { object: StoredObject; range: ByteRange | null; status: number; headers: AnswerHeaders };

/** What GET and HEAD share; null when the conditional headers have already been answered. */
function prepareRead(call: S3Call): PreparedRead | null {
  const object = existingObject(call);
  const verdict = judgeRead(call, object);
  if (typeof verdict === "object") throw preconditionFailed(verdict.failed);
  const headers = objectHeaders(object);
  if (verdict === "not modified") {
    sendEmpty(call, 304, { etag: headers.etag ?? null, "last-modified": headers["last-modified"] ?? null });
    return null;
  }
  const partNumber = call.request.query.get("partNumber");
  const range =
    partNumber === null ? parseRange(header(call, "range"), object.size) : rangeOfPart(call, object, partNumber);
  const wantsChecksum = header(call, "x-amz-checksum-mode")?.toUpperCase() === "ENABLED";
  return {
    object,
    range,
    status: range ? 206 : 200,
    headers: {
      ...headers,
      // The checksum is that of the whole object: a reader of a range could not use it.
      ...(wantsChecksum && !range ? checksumHeaders(object.checksum) : {}),
      ...overrides(call),
      "content-length": range ? range.end - range.start + 1 : object.size,
      "content-range": range ? `bytes ${range.start}-${range.end}/${object.size}` : null,
      "x-amz-mp-parts-count": partNumber !== null && object.parts.length > 0 ? object.parts.length : null,
    },
  };
}

function rangeOfPart(call: S3Call, object: StoredObject, text: string): ByteRange | null {
  if (header(call, "range") !== null)
    throw invalidRequest("Cannot specify both Range header and partNumber query parameter");
  const number = Number(text);
  const sizes = object.parts.length > 0 ? object.parts.map((part) => part.size) : [object.size];
  const size = sizes[number - 1];
  if (size === undefined) {
    throw new Fault("InvalidPartNumber", "The requested partnumber is not satisfiable", 416, {
      PartNumberRequested: text,
      ActualPartCount: sizes.length,
    });
  }
  const start = sizes.slice(0, number - 1).reduce((sum, each) => sum + each, 0);
  return size === 0 ? null : { start, end: start + size - 1 };
}

/** `response-content-type` and its kin in the query replace what the object says. */
function overrides(call: S3Call): AnswerHeaders {
  const replaced: AnswerHeaders = {};
  for (const name of OVERRIDES) {
    const value = call.request.query.get(`response-${name}`);
    if (value === null) continue;
    if (!isHeaderValue(value)) {
      throw invalidArgument("Header value cannot be represented using ISO-8859-1.", `response-${name}`, value);
    }
    replaced[name] = value;
  }
  return replaced;
}
