import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import type { PreviewFile } from "@/lib/own-code/preview-archive";
import { treeRows } from "@/lib/own-code/tree-rows";

const CHANGES = {
  kept: null,
  added: { tone: "good", word: "added" },
  replaced: { tone: "warning", word: "replaced" },
  dropped: { tone: "danger", word: "taken out" },
} as const;

/** What is in an archive, and what packing changes in it. */
export function ArchiveTree({ files }: { files: readonly PreviewFile[] }) {
  return (
    <section
      aria-label="Files of the archive"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-64 overflow-auto rounded-control border border-border bg-inset py-1.5 -outline-offset-2"
    >
      <ul className="min-w-fit">
        {treeRows(files).map(({ path, name, depth, file }) => {
          const change = CHANGES[file?.change ?? "kept"];
          return (
            <li
              key={path}
              className="flex items-center gap-2 px-3 py-0.5 font-mono text-sm"
              style={{ paddingInlineStart: `${0.75 + depth * 1.25}rem` }}
            >
              <span className={cn("whitespace-nowrap", file?.change === "dropped" && "text-muted line-through")}>
                {name}
              </span>
              {change ? <Badge tone={change.tone}>{change.word}</Badge> : null}
              {file ? <span className="ml-auto pl-4 text-muted tabular-nums">{formatBytes(file.bytes)}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
