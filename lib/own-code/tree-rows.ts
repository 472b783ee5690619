import type { PreviewFile } from "./preview-archive";

/** A line of a tree: a folder on its first appearance, or a file. `depth` counts from the root, 0. */
export type TreeRow = { path: string; name: string; depth: number; file: PreviewFile | null };

/** Files in order of their paths as the lines of a tree. */
export function treeRows(files: readonly PreviewFile[]): TreeRow[] {
  const rows: TreeRow[] = [];
  const shown = new Set<string>();
  for (const file of files) {
    const parts = file.path.split("/");
    for (let depth = 0; depth < parts.length - 1; depth += 1) {
      const path = parts.slice(0, depth + 1).join("/");
      if (shown.has(path)) continue;
      shown.add(path);
      rows.push({ path: `${path}/`, name: `${parts[depth]}/`, depth, file: null });
    }
    rows.push({ path: file.path, name: parts.at(-1) ?? "", depth: parts.length - 1, file });
  }
  return rows;
}
