import "server-only";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { createTarDecoder, createTarPacker, type ParsedTarEntry } from "modern-tar";

import { AppError } from "@/lib/errors";

import { MAX_CODE_BYTES } from "./limits";
import { plainPath } from "./places";

type Packer = ReturnType<typeof createTarPacker>["controller"];

/**
 * A model's archive with other code in it: everything but its folder `code` as it is, then the code under `code/`, as
 * the Python SDK packs it. Both come as tar.gz; without a model the archive holds the code alone. It streams: memory
 * holds some mebibytes, whatever the archive's size.
 */
export function packArchive(model: Readable | null, code: Readable): ReadableStream<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const gzip = createGzip();
  void writeAll(controller, model, code).catch((cause: unknown) => {
    model?.destroy();
    code.destroy();
    controller.error(archiveProblem(cause));
  });
  // Through Node's gzip and not CompressionStream, whose errors lose their cause.
  const packed = Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0]);
  packed.once("error", (cause) => gzip.destroy(cause));
  gzip.once("close", () => packed.destroy());
  return Readable.toWeb(packed.pipe(gzip)) as ReadableStream<Uint8Array>;
}

async function writeAll(controller: Packer, model: Readable | null, code: Readable): Promise<void> {
  if (model) {
    for await (const entry of entriesOf(model)) {
      if (isCode(plainPath(entry.header.name))) await entry.body.cancel();
      else await entry.body.pipeTo(controller.add(entry.header), KEEP_CAUSE);
    }
  }
  let bytes = 0;
  for await (const entry of entriesOf(code)) {
    if (entry.header.type !== "file") {
      await entry.body.cancel();
      continue;
    }
    const path = plainPath(entry.header.name);
    bytes += entry.header.size;
    if (bytes > MAX_CODE_BYTES) throw new AppError("too-large", "The inference code is larger than 50 MiB.");
    if (path.startsWith("/") || path.split("/").includes("..")) {
      throw new AppError("invalid", `The inference code holds a file that leads out of its folder: ${path}.`);
    }
    const { size } = entry.header;
    const header = { name: `code/${path}`, size, type: "file", mode: 0o644, mtime: EPOCH } as const;
    await entry.body.pipeTo(controller.add(header), KEEP_CAUSE);
  }
  controller.finalize();
}

/** The packer is told by us what went wrong, in words for people. */
const KEEP_CAUSE = { preventAbort: true };

/** The same code gives the same archive. */
const EPOCH = new Date(0);

/** The entries of a tar.gz, one after the other; throws `invalid` for a damaged one. */
export async function* entriesOf(archive: Readable): AsyncGenerator<ParsedTarEntry> {
  const gunzip = createGunzip();
  archive.once("error", (cause) => gunzip.destroy(cause));
  const tar = Readable.toWeb(archive.pipe(gunzip)) as ReadableStream<Uint8Array>;
  try {
    for await (const entry of tar.pipeThrough(createTarDecoder({ strict: true }))) yield entry;
  } catch (cause) {
    throw archiveProblem(cause);
  } finally {
    archive.destroy();
    gunzip.destroy();
  }
}

/** A damaged archive in words; anything else as it was. */
export function archiveProblem(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? "";
  const isTar = cause instanceof Error && /tar|checksum|header/i.test(cause.message);
  if (!isTar && !/^(Z_|ERR_)/.test(code)) return cause;
  return new AppError("invalid", "The archive is no complete tar.gz: it is another kind of file, cut off or damaged.", {
    hint: "Make it with: tar czf model.tar.gz -C model-folder .",
  });
}

function isCode(path: string): boolean {
  return path === "code" || path.startsWith("code/");
}
