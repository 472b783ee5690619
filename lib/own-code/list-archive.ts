import "server-only";
import { cachedRead } from "@/lib/aws/read-cache";
import type { Workspace } from "@/lib/workspaces/view";

import { MAX_SCRIPT_LENGTH } from "./limits";
import { archiveProblem, entriesOf } from "./pack-archive";
import { parseS3Uri, plainPath } from "./places";
import { type RangeLimits, readInRanges } from "./read-in-ranges";
import type { ArchiveFile, ArchiveListing } from "./view";

const MAX_FILES = 2_000;
/** Names stand between the files of an archive: what comes after large weights is not looked for. */
const LIMITS: RangeLimits = { rangeBytes: 4 * 1024 ** 2, mostBytes: 64 * 1024 ** 2 };
/** No longer than a person would wait. */
const MAX_LOOK_MS = 20_000;
/** People look at the same archive while they fill the form. */
const TTL_MS = 60_000;

/**
 * The files of a tar.gz in S3, and the code in it, as far as its beginning tells: it is read in ranges, and of a large one
 * not to its end. Throws `not-found`, and `invalid` for what is no archive.
 */
export function listArchive(workspace: Workspace, uri: string, limits: RangeLimits = LIMITS): Promise<ArchiveListing> {
  return cachedRead(workspace, "ListArchive", uri, TTL_MS, async () => {
    const transfer = new AbortController();
    const { body, bytes } = await readInRanges(workspace, parseS3Uri(uri), limits, transfer.signal);
    const isLarge = bytes > limits.mostBytes;
    const files: ArchiveFile[] = [];
    const texts = new Map<string, string>();
    const until = Date.now() + MAX_LOOK_MS;
    let isWhole = true;
    try {
      for await (const { header, body: content } of entriesOf(body)) {
        const path = plainPath(header.name);
        if (header.type === "file") files.push({ path, bytes: header.size });
        if (isLarge && header.size > limits.mostBytes) {
          isWhole = false;
          break;
        }
        if (isRead(path) && header.size <= MAX_SCRIPT_LENGTH) texts.set(path, await new Response(content).text());
        else await content.cancel();
        if (files.length >= MAX_FILES || Date.now() > until) {
          isWhole = false;
          break;
        }
      }
    } catch (cause) {
      // Where reading was given up the archive seems cut off.
      if (!isLarge || files.length === 0) throw archiveProblem(cause);
      isWhole = false;
    } finally {
      transfer.abort();
    }
    return {
      files: files.toSorted((a, b) => a.path.localeCompare(b.path)),
      isWhole,
      archiveBytes: bytes,
      inferencePy: texts.get("code/inference.py") ?? null,
      requirementsTxt: texts.get("code/requirements.txt") ?? null,
      configJson: texts.get("config.json") ?? null,
    };
  });
}

function isRead(path: string): boolean {
  return path === "code/inference.py" || path === "code/requirements.txt" || path === "config.json";
}
