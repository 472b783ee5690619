"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { problemIn } from "@/lib/problem-in";
import { s3Queries } from "@/lib/s3/queries";
import type { S3Buckets } from "@/lib/s3/view";

import { EntryList, type EntryRow } from "./entry-list";

type BucketListProps = { onOpen: (bucket: string) => void; listRef: RefObject<HTMLDivElement | null> };

/** The buckets that the role can list; the workspace's own stands first, even when the others may not be seen. */
export function BucketList({ onOpen, listRef }: BucketListProps) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(s3Queries.buckets(workspace.id));
  const [active, setActive] = useState(0);

  if (error)
    return (
      <ErrorPanel title="The buckets could not be listed" problem={problemIn(error)} onRetry={() => void refetch()} />
    );
  if (!data) return <Skeleton className="h-80" />;
  const rows = bucketRows(data);
  return (
    <div className="flex flex-col gap-2">
      {data.problem ? (
        <ErrorPanel title="The role may not list the account's buckets" problem={data.problem}>
          <p className="mt-1 text-muted">A bucket that it may read opens all the same: type its address above.</p>
        </ErrorPanel>
      ) : null}
      {rows.length > 0 ? (
        <EntryList
          label="Buckets"
          rows={rows}
          active={active}
          onActive={setActive}
          onOpen={({ name }) => onOpen(name)}
          onUp={() => {}}
          listRef={listRef}
        />
      ) : (
        <p className="py-12 text-center text-muted">No bucket to show. Type an address above.</p>
      )}
    </div>
  );
}

function bucketRows({ buckets, own }: S3Buckets): EntryRow[] {
  const others = buckets.filter(({ name }) => name !== own);
  const known = buckets.find(({ name }) => name === own);
  const first: EntryRow[] = own
    ? [{ id: own, kind: "bucket", name: own, note: "this workspace's bucket", at: known?.createdAt ?? null }]
    : [];
  return [
    ...first,
    ...others.map(({ name, createdAt }): EntryRow => ({ id: name, kind: "bucket", name, at: createdAt })),
  ];
}
