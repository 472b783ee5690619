"use client";

import { Download } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { buttonStyles } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber } from "@/lib/format/numbers";
import { lastPart, s3Address } from "@/lib/s3/address";
import { objectUrl } from "@/lib/s3/queries";
import type { S3Entry } from "@/lib/s3/view";

import { ObjectPreview } from "./object-preview";

type ObjectPaneProps = { bucket: string; object: Extract<S3Entry, { kind: "object" }> };

/** One object: its size and age, its address to copy, a download, and a look into it. */
export function ObjectPane({ bucket, object }: ObjectPaneProps) {
  const workspace = useWorkspace();
  return (
    <section aria-label="Selected object" className="flex min-w-0 flex-col gap-3">
      <h3 className="flex min-w-0 items-start gap-1 font-mono text-sm font-medium break-all">
        {lastPart(object.key)}
        <CopyButton value={s3Address(bucket, object.key)} label="Copy the object's address" />
      </h3>
      <DescriptionList
        items={[
          { term: "Size", value: `${formatBytes(object.bytes)} (${formatNumber(object.bytes)} bytes)` },
          { term: "Changed", value: <RelativeTime at={object.modifiedAt} /> },
        ]}
      />
      <a
        href={objectUrl(workspace.id, bucket, object.key, "download")}
        download
        className={buttonStyles({ size: "sm", className: "self-start" })}
      >
        <Download aria-hidden="true" />
        Download
      </a>
      <ObjectPreview key={object.key} bucket={bucket} objectKey={object.key} bytes={object.bytes} />
    </section>
  );
}
