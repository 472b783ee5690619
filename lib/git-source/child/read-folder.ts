import fs from "node:fs";
import { posix } from "node:path";
import git, { type TreeEntry } from "isomorphic-git";

import { AppError } from "@/lib/errors";
import type { SourceFile } from "@/lib/training/source-archive";
import { GIT_LIMITS } from "../limits";

const MAX_LINKS = 5;
const LFS_POINTER = "version https://git-lfs.github.com/spec/";

type Repository = { dir: string; commit: string };
type Found = { files: SourceFile[]; leftOut: string[] };

/**
 * The files of a folder of a commit. Nothing is checked out: links are followed inside the commit only, as the Python
 * SDK's archive follows them, and what they name elsewhere, submodules and nested commits stay out.
 */
export async function readFolder({ dir, commit }: Repository, folder: string): Promise<Found> {
  const cache = {};
  const found: Found = { files: [], leftOut: [] };
  let bytes = 0;
  const root = clean(folder);
  const start = await entryAt(root);
  if (start?.type !== "tree") {
    const text = start ? `${root} is a file: name its folder.` : `There is no folder ${root} in this version.`;
    throw new AppError("invalid", text, { fieldErrors: { gitFolder: [text] } });
  }

  async function walk(oid: string, path: string): Promise<void> {
    const { tree } = await git.readTree({ fs, dir, cache, oid });
    for (const entry of tree) {
      const name = path ? `${path}/${entry.path}` : entry.path;
      if (!isPlainName(entry.path)) found.leftOut.push(`${name}: a name that is no file name`);
      else if (entry.type === "tree") await walk(entry.oid, name);
      else if (entry.type === "commit") found.leftOut.push(`${name}: a submodule`);
      else await take(entry, name);
    }
  }

  async function take(entry: TreeEntry, name: string): Promise<void> {
    const target = entry.mode === "120000" ? await linked(posix.join(root, name)) : entry;
    if (!target) {
      found.leftOut.push(`${name}: a link to what is no file of the repository`);
      return;
    }
    if (found.files.length >= GIT_LIMITS.files)
      throw tooLarge(`more than ${GIT_LIMITS.files.toLocaleString("en-US")} files`);
    const { blob } = await git.readBlob({ fs, dir, cache, oid: target.oid });
    bytes += blob.byteLength;
    if (bytes > GIT_LIMITS.folderBytes) throw tooLarge(`more than ${GIT_LIMITS.folderBytes / 1024 / 1024} MB`);
    if (Buffer.from(blob.subarray(0, LFS_POINTER.length)).toString("latin1") === LFS_POINTER) {
      found.leftOut.push(`${name}: packed as the pointer that it is; its content is in Git LFS`);
    }
    found.files.push({ path: name, file: new Blob([new Uint8Array(blob)]) });
  }

  /** The file that a link in the commit leads to; null when it leads elsewhere. */
  async function linked(path: string): Promise<{ oid: string } | null> {
    let at = path;
    for (let step = 0; step < MAX_LINKS; step++) {
      const entry = await entryAt(at);
      if (entry?.type !== "blob") return null;
      if (entry.mode !== "120000") return entry;
      const { blob } = await git.readBlob({ fs, dir, cache, oid: entry.oid });
      const target = Buffer.from(blob).toString("utf8");
      at = posix.join(posix.dirname(at), target);
      if (target.startsWith("/") || at === ".." || at.startsWith("../")) return null;
    }
    return null;
  }

  async function entryAt(path: string): Promise<Pick<TreeEntry, "oid" | "type" | "mode"> | null> {
    const { commit: read } = await git.readCommit({ fs, dir, cache, oid: commit });
    let entry: Pick<TreeEntry, "oid" | "type" | "mode"> = { oid: read.tree, type: "tree", mode: "040000" };
    for (const name of path.split("/").filter((part) => part !== "" && part !== ".")) {
      if (entry.type !== "tree") return null;
      const { tree } = await git.readTree({ fs, dir, cache, oid: entry.oid });
      const next = tree.find((each) => each.path === name);
      if (!next) return null;
      entry = next;
    }
    return entry;
  }

  await walk(start.oid, "");
  return found;
}

function clean(folder: string): string {
  return posix.normalize(folder || ".").replace(/^\.\/?|\/$/g, "");
}

/** A tree may hold any bytes as a name; these would lead out of the folder where the archive is unpacked. */
function isPlainName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}

function tooLarge(what: string): AppError {
  const text = `This folder has ${what}: a script does not. Name the folder of the script alone.`;
  return new AppError("too-large", text, { fieldErrors: { gitFolder: [text] } });
}
