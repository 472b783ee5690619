import { createGunzip } from "node:zlib";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import type { InputFile } from "./find-inputs.ts";
import { FileError } from "./transform-error.ts";
import type { TransformSettings } from "./transform-job.ts";

const MIB = 1024 ** 2;
const NEWLINE = 10;
/** Nothing is kept in memory beyond this, whatever the payload limit says: AWS's greatest payload. */
const MAX_RECORD_BYTES = 100 * MIB;

export type RecordBatch = Buffer[];

/** The records of a file, gathered to what one request holds. Throws a FileError for one that is too large. */
export async function* readBatches(
  store: ObjectStore,
  file: InputFile,
  settings: TransformSettings,
): AsyncGenerator<RecordBatch> {
  const { split, strategy, maxPayloadMb } = settings;
  const limit = maxPayloadMb === 0 ? MAX_RECORD_BYTES : maxPayloadMb * MIB;
  const chunks = readFile(store, file, settings.isGzip);
  const records = split === "Line" ? lines(chunks, limit) : whole(chunks, limit);
  if (strategy === "SingleRecord" || split === "None") {
    for await (const record of records) yield [record];
    return;
  }
  let batch: Buffer[] = [];
  let bytes = 0;
  for await (const record of records) {
    // Records of a payload are parted by their delimiter.
    if (batch.length > 0 && bytes + 1 + record.length > limit) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    bytes += record.length + (batch.length > 0 ? 1 : 0);
    batch.push(record);
  }
  if (batch.length > 0) yield batch;
}

async function* readFile(store: ObjectStore, { bucket, key }: InputFile, isGzip: boolean): AsyncGenerator<Buffer> {
  const object = store.objects.get(bucket, key);
  if (!object) throw new FileError("ClientError", ["The object was deleted while the job ran"]);
  const bytes = store.blobs.read(object.blob);
  if (!isGzip) {
    yield* bytes as AsyncIterable<Buffer>;
    return;
  }
  try {
    yield* bytes.pipe(createGunzip()) as AsyncIterable<Buffer>;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FileError("ClientError", [`Failed to decompress the object as Gzip: ${reason}`]);
  }
}

async function* lines(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const part = chunk.subarray(from, at);
      if (bytes + part.length > limit) throw tooLarge();
      yield bytes === 0 ? part : Buffer.concat([...parts, part]);
      parts = [];
      bytes = 0;
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
    bytes += chunk.length - from;
    if (bytes > limit) throw tooLarge();
  }
  if (bytes > 0) yield Buffer.concat(parts);
}

async function* whole(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge();
    parts.push(chunk);
  }
  yield Buffer.concat(parts);
}

function tooLarge(): FileError {
  return new FileError("ClientError", ["Too much data for max payload size"]);
}
