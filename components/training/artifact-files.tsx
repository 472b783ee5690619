"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { buttonStyles } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { formatBytes } from "@/lib/format/bytes";
import { plural } from "@/lib/format/numbers";
import { previewArchive } from "@/lib/own-code/preview-archive";
import { treeRows } from "@/lib/own-code/tree-rows";
import { problemIn } from "@/lib/problem-in";
import { lastPart } from "@/lib/s3/address";
import type { TrainingArtifact } from "@/lib/training/artifact-view";
import { artifactDownloadUrl, trainingQueries } from "@/lib/training/queries";

/** The model that a job left: its size, a download, and the files in it. */
export function ArtifactFiles({ job }: { job: string }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(trainingQueries.artifact(workspace.id, job));
  if (error)
    return (
      <ErrorPanel
        title="The model could not be looked into"
        problem={problemIn(error)}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <Skeleton className="h-24" />;
  const rows = rowsOf(data);
  const count = data.kind === "archive" ? data.files.length : data.entries.length;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        {data.kind === "archive" ? (
          <a href={artifactDownloadUrl(workspace.id, job)} download className={buttonStyles({ size: "sm" })}>
            <Download aria-hidden="true" />
            Download {formatBytes(data.bytes)}
          </a>
        ) : null}
        <span className="text-sm text-muted">
          {data.isWhole
            ? plural(count, data.kind === "archive" ? "file" : "entry", data.kind === "archive" ? "files" : "entries")
            : `The first ${count} are listed. There may be more.`}
        </span>
      </div>
      {rows.length > 0 ? (
        <section
          aria-label="Files of the model"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          className="max-h-64 overflow-auto rounded-control border border-border bg-inset py-1.5 -outline-offset-2"
        >
          <ul className="min-w-fit">
            {rows.map(({ path, name, depth, bytes }) => (
              <li
                key={path}
                className="flex items-center gap-2 py-0.5 pr-3 font-mono text-sm"
                style={{ paddingInlineStart: `${0.75 + depth * 1.25}rem` }}
              >
                <span className="whitespace-nowrap">{name}</span>
                {bytes === null ? null : (
                  <span className="ml-auto pl-4 text-muted tabular-nums">{formatBytes(bytes)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

type Row = { path: string; name: string; depth: number; bytes: number | null };

function rowsOf(artifact: TrainingArtifact): Row[] {
  if (artifact.kind === "folder") {
    return artifact.entries.map((entry) => {
      return {
        path: entry.key,
        name: lastPart(entry.key),
        depth: 0,
        bytes: entry.kind === "object" ? entry.bytes : null,
      };
    });
  }
  const listing = {
    files: artifact.files,
    isWhole: true,
    archiveBytes: 0,
    inferencePy: null,
    requirementsTxt: null,
    configJson: null,
  };
  return treeRows(previewArchive(listing, [])).map(({ path, name, depth, file }) => {
    return { path, name, depth, bytes: file?.bytes ?? null };
  });
}
