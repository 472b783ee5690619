import { AppError, type Problem } from "@/lib/errors";
import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import { PART_BYTES } from "./limits";
import { sendBytes } from "./send-bytes";

type Receipt = { number: number; etag: string };

/** How far a file is. `sent` in bytes. */
export type FileProgress =
  | { state: "exists" }
  | { state: "sending"; sent: number }
  | { state: "interrupted"; sent: number; problem: Problem }
  | { state: "done" }
  | { state: "cancelled" };

type FileToSend = { workspace: string; bucket: string; key: string; file: File };

/** How often a part is sent before the person is asked. */
const TRIES = 3;

/**
 * Sends one file into S3 through the console: up to 8 MiB in one piece, else in parts. Parts that S3 has confirmed are
 * never sent twice: `start` after an interruption goes on with the next. Lives as long as the page.
 */
export class FileSender {
  readonly #to: FileToSend;
  readonly #tell: (progress: FileProgress) => void;
  readonly #receipts: Receipt[] = [];
  #uploadId: string | null = null;
  #abort = new AbortController();
  #replaces = false;

  constructor(to: FileToSend, tell: (progress: FileProgress) => void) {
    this.#to = to;
    this.#tell = tell;
  }

  /** Sends it, unless there is an object of that key already: then it only says so. */
  async begin(): Promise<void> {
    await this.#guard(async () => {
      this.#tell({ state: "sending", sent: 0 });
      if (await getJson<unknown>(this.#url("/s3/object", {}), { signal: this.#abort.signal })) {
        this.#tell({ state: "exists" });
      } else await this.#send();
    });
  }

  /** Sends it over what is there. */
  async replace(): Promise<void> {
    this.#replaces = true;
    await this.resume();
  }

  /** Goes on behind the last part that S3 has. */
  async resume(): Promise<void> {
    await this.#guard(() => this.#send());
  }

  /** Gives up, and has S3 throw away what it has. */
  async cancel(): Promise<void> {
    this.#abort.abort();
    this.#tell({ state: "cancelled" });
    const { bucket, key } = this.#to;
    if (!this.#uploadId) return;
    const query = new URLSearchParams({ bucket, key, uploadId: this.#uploadId });
    // `keepalive`: also when the page is about to close.
    await fetch(workspaceApi(this.#to.workspace, `/s3/uploads?${query}`), { method: "DELETE", keepalive: true }).catch(
      () => {},
    );
  }

  get #confirmed(): number {
    return Math.min(this.#receipts.length * PART_BYTES, this.#to.file.size);
  }

  #url(path: "/s3/object" | "/s3/uploads", more: Record<string, string>): string {
    const { workspace, bucket, key } = this.#to;
    const replace = this.#replaces ? "yes" : "no";
    return workspaceApi(workspace, `${path}?${new URLSearchParams({ bucket, key, replace, ...more })}`);
  }

  async #send(): Promise<void> {
    const { file, workspace, bucket, key } = this.#to;
    const bytes = String(file.size);
    if (file.size <= PART_BYTES) {
      await this.#piece(this.#url("/s3/object", { bytes }), file);
      this.#tell({ state: "done" });
      return;
    }
    const signal = this.#abort.signal;
    if (!this.#uploadId) {
      const begun = await getJson<{ uploadId: string }>(this.#url("/s3/uploads", { bytes }), {
        method: "POST",
        signal,
      });
      this.#uploadId = begun.uploadId;
    }
    while (this.#confirmed < file.size) await this.#nextPart(this.#uploadId);
    const replace = this.#replaces ? "yes" : "no";
    await getJson(workspaceApi(workspace, "/s3/uploads/completion"), {
      method: "POST",
      signal,
      body: JSON.stringify({ bucket, key, replace, uploadId: this.#uploadId, parts: this.#receipts }),
    });
    this.#uploadId = null;
    this.#tell({ state: "done" });
  }

  async #nextPart(uploadId: string): Promise<void> {
    const piece = this.#to.file.slice(this.#confirmed, this.#confirmed + PART_BYTES);
    const part = String(this.#receipts.length + 1);
    const url = this.#url("/s3/uploads", { uploadId, part, bytes: String(piece.size) });
    this.#receipts.push((await this.#piece(url, piece)) as Receipt);
  }

  /** One piece, again when the way broke; what S3 refuses is not asked for again. */
  async #piece(url: string, piece: Blob): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const before = this.#confirmed;
        return await sendBytes(url, piece, this.#abort.signal, (sent) =>
          this.#tell({ state: "sending", sent: before + sent }),
        );
      } catch (cause) {
        const mayPass = cause instanceof AppError && (cause.code === "unavailable" || cause.code === "throttled");
        if (!mayPass || attempt >= TRIES || this.#abort.signal.aborted) throw cause;
        await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));
      }
    }
  }

  async #guard(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (cause) {
      if (this.#abort.signal.aborted) return;
      const problem = cause instanceof AppError ? cause.problem : UNKNOWN;
      // Somebody wrote it meanwhile, or it was lost from sight: the same question as before.
      if (problem.awsCode === "PreconditionFailed") this.#tell({ state: "exists" });
      else this.#tell({ state: "interrupted", sent: this.#confirmed, problem });
    }
  }
}

const UNKNOWN: Problem = { code: "unexpected", message: "The upload failed.", hint: "Resume it." };
