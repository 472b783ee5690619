import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { uploadGitSource } from "@/lib/uploads/service";
import type { Workspace } from "@/lib/workspaces/view";

import { GIT_LIMITS } from "./limits";
import { readInChild } from "./reader";
import type { GitSourceInput } from "./schema";
import { type GitSource, type GitStep, gitSourceKey } from "./view";

let readers = 0;

type Watch = { onProgress: (step: GitStep, bytes: number) => void; signal: AbortSignal };

/**
 * Packs a folder of a public repository as the Python SDK's `git_config` does, its content at the archive's root, and
 * puts it into the workspace's bucket. The address is made of commit and content: the same script lies there once, and
 * what a job runs never changes.
 */
export async function packGitSource(workspace: Workspace, input: GitSourceInput, watch: Watch): Promise<GitSource> {
  if (readers >= GIT_LIMITS.readers) {
    throw new AppError("throttled", "Other repositories are being read just now.", {
      hint: "Try it again in a minute.",
    });
  }
  readers++;
  const dir = await mkdtemp(join(tmpdir(), "console-git-"));
  try {
    const localOrigin = env().GIT_LOCAL_ORIGIN?.replace(/\/$/, "") ?? null;
    const { commit, archive, bytes, files, leftOut } = await readInChild({ ...input, dir, localOrigin }, watch);
    if (files.length === 0) {
      const text = "There is no file in this folder.";
      throw new AppError("invalid", text, { fieldErrors: { gitFolder: [text] } });
    }
    watch.onProgress("uploading", bytes);
    const digest = createHash("sha256")
      .update(await readFile(archive))
      .digest("hex")
      .slice(0, 16);
    const body = Readable.toWeb(createReadStream(archive)) as ReadableStream<Uint8Array>;
    const { s3Uri } = await uploadGitSource(workspace, `${commit}-${digest}`, body);
    return { key: gitSourceKey(input), commit, s3Uri, bytes, files, leftOut };
  } finally {
    readers--;
    await rm(dir, { recursive: true, force: true });
  }
}
