import type { ArchiveFile, ArchiveListing } from "./view";

/** `replaced`: it was there and is another now. `dropped`: it was in the folder `code`, which is replaced whole. */
export type PreviewFile = ArchiveFile & { change: "kept" | "added" | "replaced" | "dropped" };

/** The files of the archive as it will be: what it holds, and the code that is put into it. */
export function previewArchive(listing: ArchiveListing | null, code: readonly ArchiveFile[]): PreviewFile[] {
  const before = listing?.files ?? [];
  const added = code.map(({ path, bytes }) => ({ path: `code/${path}`, bytes }));
  const packs = added.length > 0;
  const old = before
    .filter((file) => !added.some(({ path }) => path === file.path))
    .map((file) => ({
      ...file,
      change: packs && file.path.startsWith("code/") ? ("dropped" as const) : ("kept" as const),
    }));
  const fresh = added.map((file) => ({
    ...file,
    change: before.some(({ path }) => path === file.path) ? ("replaced" as const) : ("added" as const),
  }));
  return [...old, ...fresh].toSorted((a, b) => a.path.localeCompare(b.path));
}
