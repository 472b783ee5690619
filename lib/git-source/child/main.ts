import fs from "node:fs";
import { join } from "node:path";
import git from "isomorphic-git";

import { packSource } from "@/lib/training/source-archive";
import { gitProblem } from "../git-problem";
import { guardedHttp } from "../guarded-http";
import { GIT_LIMITS } from "../limits";
import type { ReaderMessage, ReaderTask } from "./messages";
import { readFolder } from "./read-folder";

/** How often the parent hears of progress. */
const PROGRESS_MS = 250;

/** Reads one folder of one commit and packs it into `dir`; no history, no checkout, no hooks, no submodules. */
async function main({ repository, ref, folder, dir, localOrigin }: ReaderTask): Promise<ReaderMessage> {
  let saidAt = 0;
  const http = guardedHttp({
    localOrigin,
    maxBytes: GIT_LIMITS.receivedBytes,
    onBytes(bytes) {
      if (Date.now() - saidAt < PROGRESS_MS) return;
      saidAt = Date.now();
      say({ kind: "progress", step: "receiving", bytes });
    },
  });
  try {
    say({ kind: "progress", step: "connecting", bytes: 0 });
    await git.init({ fs, dir });
    await git.addRemote({ fs, dir, remote: "origin", url: repository });
    const { fetchHead } = await git.fetch({
      fs,
      http,
      dir,
      remote: "origin",
      ...(ref ? { ref, remoteRef: ref } : { ref: "HEAD", remoteRef: "HEAD" }),
      depth: 1,
      singleBranch: true,
      tags: false,
    });
    if (!fetchHead) throw Object.assign(new Error("The repository is empty."), { code: "NotFoundError" });
    say({ kind: "progress", step: "packing", bytes: 0 });
    // An annotated tag is an object of its own; this leads to the commit that it names.
    const { oid: commit } = await git.readCommit({ fs, dir, oid: fetchHead });
    const { files, leftOut } = await readFolder({ dir, commit }, folder);
    const packed = await packSource(files);
    const archive = join(dir, "sourcedir.tar.gz");
    await fs.promises.writeFile(archive, Buffer.from(await packed.archive.arrayBuffer()), { mode: 0o600 });
    return { kind: "packed", commit, archive, bytes: packed.archive.size, files: packed.files, leftOut };
  } catch (cause) {
    return { kind: "problem", problem: gitProblem(cause, { repository, ref, folder }).problem };
  }
}

function say(message: ReaderMessage): void {
  process.send?.(message);
}

const last = await main(JSON.parse(process.argv[2] ?? "{}") as ReaderTask);
process.send?.(last, () => process.disconnect());
