import { mkdirSync } from "node:fs";
import { x as extract, type ReadEntry } from "tar";

const GIB = 1024 ** 3;
/** Far above any model that runs on a laptop's CPU; below what fills its disk by a crafted archive. */
const MAX_BYTES = 20 * GIB;
const MAX_ENTRIES = 10_000;

/** Extracts a tar.gz into a folder; throws for one that is damaged, too large, or leads out of the folder. */
export async function extractArchive(file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const refuses = archiveGuard();
  // An exception in the filter would not reach our caller: nothing more is taken out, and it is told at the end.
  let refusal: string | null = null;
  await extract({
    file,
    cwd: folder,
    strict: true,
    preservePaths: false,
    filter: (name, entry) => {
      refusal ??= refuses(name, entry as ReadEntry);
      return refusal === null;
    },
  });
  if (refusal !== null) throw new Error(refusal);
}

/** Says of each entry in turn why it may not be extracted. */
function archiveGuard(): (name: string, entry: ReadEntry) => string | null {
  let bytes = 0;
  let entries = 0;
  return (name, entry) => {
    entries += 1;
    bytes += entry.size ?? 0;
    if (bytes > MAX_BYTES || entries > MAX_ENTRIES) return "it holds too much data";
    if (!isPlain(entry)) return `${name} is neither a file nor a folder`;
    return name.startsWith("/") || name.split("/").includes("..") ? `${name} leads out of the archive` : null;
  };
}

/** Links could lead out of the folder and nothing in a model or a script's folder needs them. */
function isPlain(entry: ReadEntry): boolean {
  return ["File", "OldFile", "Directory", "GNUDumpDir"].includes(entry.type);
}
