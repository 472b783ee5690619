import "server-only";
import { createGunzip, type Gunzip } from "node:zlib";

import { AppError } from "@/lib/errors";

const TAR_BLOCK = 512;
/** Where a tar header says `ustar`. */
const TAR_MAGIC_AT = 257;

/** Reads along while an archive passes: finds out whether it is a whole gzip file with a tar inside. */
export class ArchiveCheck {
  readonly #gunzip: Gunzip = createGunzip();
  readonly #ended: Promise<void>;
  #isBroken = false;
  #head = Buffer.alloc(0);

  constructor() {
    this.#gunzip.on("data", (chunk: Buffer) => {
      if (this.#head.length < TAR_BLOCK) this.#head = Buffer.concat([this.#head, chunk.subarray(0, TAR_BLOCK)]);
    });
    this.#ended = new Promise((resolve) => {
      this.#gunzip.on("end", resolve).on("error", () => {
        this.#isBroken = true;
        resolve();
      });
    });
  }

  /** Takes the next bytes; throws as soon as it is clear that they are no archive. */
  async take(chunk: Uint8Array): Promise<void> {
    if (!this.#isBroken && !this.#gunzip.write(chunk)) {
      await Promise.race([new Promise((resolve) => this.#gunzip.once("drain", resolve)), this.#ended]);
    }
    if (this.#isBroken) throw broken();
  }

  /** Throws when the archive is cut off, damaged, or holds no tar. */
  async end(): Promise<void> {
    this.#gunzip.end();
    await this.#ended;
    if (this.#isBroken) throw broken();
    const magic = this.#head.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + 5).toString("latin1");
    if (magic !== "ustar") {
      throw new AppError("invalid", "This is a gzip file, but there is no tar archive in it.", {
        hint: "Make it with: tar czf model.tar.gz -C model-folder .",
      });
    }
  }

  close(): void {
    this.#gunzip.destroy();
  }
}

function broken(): AppError {
  return new AppError(
    "invalid",
    "This is not a complete .tar.gz archive: it is another kind of file, cut off or damaged.",
    {
      hint: "Make it with: tar czf model.tar.gz -C model-folder .",
    },
  );
}
