import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, linkSync, mkdirSync, openSync, readdirSync, rmSync } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * The bytes of objects and parts: files of random names, written once and never changed.
 * A file counts only when the index names it; the others are orphans of a crash and go at the next start.
 */
export class BlobFiles {
  private readonly root: string;
  private readonly incoming: string;

  constructor(dataDir: string) {
    this.root = join(dataDir, "s3", "objects");
    this.incoming = join(dataDir, "s3", "incoming");
    mkdirSync(this.root, { recursive: true });
  }

  pathOf(blob: string): string {
    return join(this.root, blob.slice(0, 2), blob);
  }

  /** Writes to a temporary file and puts it on disk. `keep` gives it its place, `discard` removes it. */
  async draft(chunks: AsyncIterable<Uint8Array>): Promise<BlobDraft> {
    const blob = randomUUID();
    const temporary = join(this.incoming, blob);
    const discard = () => rm(temporary, { force: true });
    try {
      await mkdir(this.incoming, { recursive: true });
      await pipeline(chunks, createWriteStream(temporary, { flush: true }));
    } catch (cause) {
      await discard();
      throw cause;
    }
    return { discard, keep: () => this.place(blob, temporary) };
  }

  /**
   * Gives the same bytes a second name, so that each index row owns one file. The name is there before the first
   * await: an overwrite of the source cannot come between.
   */
  async duplicate(blob: string): Promise<string> {
    const copy = randomUUID();
    const target = this.pathOf(copy);
    mkdirSync(dirname(target), { recursive: true });
    try {
      linkSync(this.pathOf(blob), target);
    } catch {
      // Not every file system has hard links.
      await copyFile(this.pathOf(blob), target);
    }
    await syncFolder(dirname(target));
    return copy;
  }

  /** Opens at once, so that a delete between the look-up and the first byte cannot take the file away. */
  read(blob: string, range?: { start: number; end: number }): Readable {
    const path = this.pathOf(blob);
    return createReadStream(path, { fd: openSync(path, "r"), ...range });
  }

  /** Readers that have it open keep it; a failure leaves an orphan for the next start. */
  remove(blob: string): void {
    rm(this.pathOf(blob), { force: true }).catch(() => undefined);
  }

  /** Deletes what no index row names. Only safe before the first request. */
  sweep(isIndexed: (blob: string) => boolean): void {
    rmSync(this.incoming, { recursive: true, force: true });
    for (const folder of readdirSync(this.root)) {
      for (const blob of readdirSync(join(this.root, folder))) {
        if (!isIndexed(blob)) rmSync(join(this.root, folder, blob), { force: true });
      }
    }
  }

  private async place(blob: string, temporary: string): Promise<string> {
    const target = this.pathOf(blob);
    await mkdir(dirname(target), { recursive: true });
    await rename(temporary, target);
    await syncFolder(dirname(target));
    return blob;
  }
}

export type BlobDraft = { keep(): Promise<string>; discard(): Promise<void> };

/** Puts a rename on disk. Some systems cannot open folders; there the rename is durable a little later. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  try {
    await folder?.sync();
  } catch {
    // Same reason.
  } finally {
    await folder?.close();
  }
}
