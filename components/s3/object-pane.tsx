"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber } from "@/lib/format/numbers";
import { lastPart, s3Address } from "@/lib/s3/address";
import type { S3Entry } from "@/lib/s3/view";

type ObjectPaneProps = { bucket: string; object: Extract<S3Entry, { kind: "object" }> };

/** One object: its size and age, and its address to copy. */
export function ObjectPane({ bucket, object }: ObjectPaneProps) {
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
    </section>
  );
}
