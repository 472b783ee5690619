import { packTar, unpackTar } from "modern-tar";

/** A file of the script's folder; `path` is relative to the folder, with slashes. */
export type SourceFile = { path: string; file: Blob };

/** What will be uploaded: the archive, and the files in it. */
export type PackedSource = { archive: Blob; files: string[]; leftOut: number };

/** Scripts are small; data belongs into channels. */
export const MAX_SOURCE_BYTES = 200 * 1024 * 1024;

const NOT_SOURCE = /(^|\/)(\.git|__pycache__|\.venv|node_modules|\.ipynb_checkpoints|\.DS_Store)(\/|$)/;

/** Packs files as the Python SDK packs `source_dir`: a tar.gz with the folder's content at its root. */
export async function packSource(all: readonly SourceFile[]): Promise<PackedSource> {
  const files = all.filter(({ path }) => !NOT_SOURCE.test(path)).toSorted((a, b) => a.path.localeCompare(b.path));
  const entries = await Promise.all(
    files.map(async ({ path, file }) => ({
      // Executable, because the container starts shell scripts as commands.
      header: { name: path, size: file.size, type: "file" as const, mode: 0o755, mtime: new Date(0) },
      body: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const tar = new Blob([await packTar(entries)]);
  const archive = await new Response(tar.stream().pipeThrough(new CompressionStream("gzip"))).blob();
  return { archive, files: files.map(({ path }) => path), leftOut: all.length - files.length };
}

/** An archive that somebody packed already, with the names of its files; throws when it is no tar.gz. */
export async function readSourceArchive(archive: Blob): Promise<PackedSource> {
  const entries = await unpackTar(archive.stream().pipeThrough(new DecompressionStream("gzip")));
  const files = entries
    .filter(({ header }) => header.type === "file")
    .map(({ header }) => header.name.replace(/^\.\//, ""));
  return { archive, files: files.toSorted(), leftOut: 0 };
}

/** The file that most likely is the entry point: `train.py`, else the only script at the root. */
export function guessEntryPoint(files: readonly string[]): string {
  const scripts = files.filter((path) => /^[^/]+\.(py|sh)$/.test(path));
  return (
    scripts.find((path) => /^(train|main|run)\.(py|sh)$/.test(path)) ?? (scripts.length === 1 ? (scripts[0] ?? "") : "")
  );
}
