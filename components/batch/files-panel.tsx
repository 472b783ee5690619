"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { formatBytes } from "@/lib/format/bytes";
import { plural } from "@/lib/format/numbers";
import { workspacePath } from "@/lib/routes";
import type { TransformJobDetail } from "@/lib/transform/job-view";
import { downloadPath, transformQueries } from "@/lib/transform/queries";

const SHOWN = 50;

/** The input objects, each with its result to look at and to download. */
export function FilesPanel({ job }: { job: TransformJobDetail }) {
  const { id } = useWorkspace();
  const { data, isPending, error } = useQuery(transformQueries.files(id, job.name, job.status));
  const files = data?.files ?? [];
  const hasResults = files.some(({ output }) => output !== null);
  const results = `/batch/${encodeURIComponent(job.name)}?tab=results&path=`;
  return (
    <Panel
      title="Files"
      actions={
        hasResults ? (
          <a
            href={downloadPath(id, job.name)}
            download
            className="inline-flex items-center gap-1.5 text-sm text-accent-text underline"
          >
            <Download aria-hidden="true" className="size-4" />
            Download all (tar)
          </a>
        ) : undefined
      }
    >
      {error ? <p className="text-sm text-danger">{error.message}</p> : null}
      {isPending ? <p className="text-sm text-muted">Listing the input …</p> : null}
      {data && files.length === 0 ? (
        <p className="text-sm text-muted">There is nothing at the input's address.</p>
      ) : null}
      <ul aria-label="Files" className="flex flex-col divide-y divide-border">
        {files.slice(0, SHOWN).map(({ path, bytes, output }) => (
          <li key={path} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-sm">
            <span className="min-w-0 font-mono break-all">{path}</span>
            <span className="flex items-center gap-3 text-muted tabular-nums">
              {formatBytes(bytes)}
              {output ? (
                <>
                  <Link
                    href={workspacePath(id, `${results}${encodeURIComponent(path)}` as `/${string}`)}
                    className="text-accent-text underline"
                    aria-label={`Results of ${path}`}
                  >
                    Results
                  </Link>
                  <a
                    href={downloadPath(id, job.name, path)}
                    download
                    aria-label={`Download the results of ${path}`}
                    className="text-accent-text underline"
                  >
                    {formatBytes(output.bytes)}
                  </a>
                </>
              ) : (
                <span>no result</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {files.length > SHOWN ? (
        <p className="mt-2 text-sm text-muted">
          {plural(files.length - SHOWN, "more file")}: choose them under Results.
        </p>
      ) : null}
    </Panel>
  );
}
