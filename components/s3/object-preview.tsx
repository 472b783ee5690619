"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { formatBytes } from "@/lib/format/bytes";
import { problemIn } from "@/lib/problem-in";
import { MAX_MEDIA_BYTES, PREVIEW_BYTES, previewKind } from "@/lib/s3/preview-kind";
import { previewTable } from "@/lib/s3/preview-table";
import { objectUrl, s3Queries } from "@/lib/s3/queries";

import { PreviewGrid } from "./preview-grid";

type ObjectPreviewProps = { bucket: string; objectKey: string; bytes: number };

/** A look into an object, without loading more of it than is shown. */
export function ObjectPreview({ bucket, objectKey, bytes }: ObjectPreviewProps) {
  const workspace = useWorkspace();
  const kind = previewKind(objectKey);
  const url = objectUrl(workspace.id, bucket, objectKey, "preview");
  if (bytes === 0) return <Note>It is empty.</Note>;
  if (kind === null) return <Note>Files of this kind are not shown. Download it to look into it.</Note>;
  if (kind === "text" || kind === "table") return <TextPreview {...{ bucket, objectKey, bytes }} />;
  if (bytes > MAX_MEDIA_BYTES) return <Note>It is larger than {formatBytes(MAX_MEDIA_BYTES)}: download it.</Note>;
  if (kind === "audio") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: a recording in S3 brings no captions
      <audio controls preload="none" src={url} aria-label={`Sound of ${objectKey}`} className="w-full" />
    );
  }
  return (
    <img
      src={url}
      alt={`Content of ${objectKey}`}
      className="max-h-64 self-start rounded-control border border-border object-contain"
    />
  );
}

function TextPreview({ bucket, objectKey, bytes }: ObjectPreviewProps) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(s3Queries.beginning(workspace.id, bucket, objectKey));
  if (error)
    return <ErrorPanel title="It could not be read" problem={problemIn(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-40" />;
  if (data.includes("\0")) return <Note>It is no text. Download it to look into it.</Note>;

  const isWhole = bytes <= PREVIEW_BYTES;
  const table = previewKind(objectKey) === "table" ? previewTable(objectKey, data, isWhole) : null;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {table ? (
        <PreviewGrid table={table} label={`Beginning of ${objectKey}`} />
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          aria-label={`Beginning of ${objectKey}`}
          className="max-h-64 overflow-auto rounded-control border border-border bg-inset p-2 -outline-offset-2"
        >
          <pre className="font-mono text-xs">{data}</pre>
        </section>
      )}
      {isWhole ? null : <Note>The first {formatBytes(PREVIEW_BYTES)} of it.</Note>}
    </div>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className="text-sm text-muted">{children}</p>;
}
