import { createHash } from "node:crypto";
import type { ServingTarget } from "../container/inference-host.ts";
import type { EmulatorContext } from "../context.ts";
import type { S3Address } from "../training/s3-folders.ts";
import { askContainer } from "./ask-container.ts";
import type { InputFile } from "./find-inputs.ts";
import { type Gate, inOrder } from "./in-order.ts";
import { createProcessor } from "./process-records.ts";
import { type RecordBatch, readBatches } from "./read-records.ts";
import type { TransformSettings } from "./transform-job.ts";

export type FileTransform = {
  file: InputFile;
  output: S3Address;
  settings: TransformSettings;
  target: ServingTarget;
  /** Bounds the requests of one instance, whichever file they are for. */
  gate: Gate;
  signal: AbortSignal;
};

/**
 * Reads one object record by record, asks the container, and writes the answers in the order of the records. The output
 * appears whole or not at all. Throws a FileError for what cannot be transformed.
 */
export async function transformFile(context: EmulatorContext, transform: FileTransform): Promise<void> {
  const { objects, inference } = context;
  const { file, output, settings, target, gate, signal } = transform;
  const processor = createProcessor(settings);
  const hash = createHash("md5");
  let size = 0;

  async function ask(batch: RecordBatch): Promise<Buffer[]> {
    const body = processor.payload(batch);
    const answer = await gate(() => askContainer(inference, target, body, settings, signal));
    return processor.outputs(batch, answer).map((record) => assembled(record, settings));
  }

  async function* written(): AsyncGenerator<Buffer> {
    const batches = readBatches(objects, file, settings);
    for await (const records of inOrder(batches, settings.maxConcurrent, ask)) {
      const chunk = Buffer.concat(records);
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }

  const draft = await objects.blobs.draft(written());
  if (signal.aborted) {
    await draft.discard();
    signal.throwIfAborted();
  }
  objects.objects.put({
    ...output,
    blob: await draft.keep(),
    size,
    etag: hash.digest("hex"),
    modifiedAt: context.clock.now(),
    headers: { "content-type": settings.accept ?? "binary/octet-stream" },
    checksum: null,
    parts: [],
    tags: {},
  });
}

/** AssembleWith Line ends each record with a line break; without it records follow each other at once. */
function assembled(record: Buffer, { assemble }: TransformSettings): Buffer {
  return assemble === "Line" ? Buffer.concat([record, Buffer.from("\n")]) : record;
}
