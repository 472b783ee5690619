"use client";

import type { RefObject } from "react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { SearchInput } from "@/components/ui/search-input";
import { Skeleton } from "@/components/ui/skeleton";
import { formatNumber } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";
import { type S3Aim, s3Address } from "@/lib/s3/address";

import { EntryList, type EntryRow } from "./entry-list";
import type { useEntries } from "./use-entries";

type FolderProps = ReturnType<typeof useEntries> & {
  place: S3Aim;
  active: number;
  onActive: (index: number) => void;
  onFilter: (filter: string) => void;
  onOpen: (row: EntryRow) => void;
  onUp: () => void;
  listRef: RefObject<HTMLDivElement | null>;
};

/** What lies in a folder, with a filter over its names. */
export function Folder({ query, rows, place, onFilter, ...list }: FolderProps) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const more = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <SearchInput
        label="Names that begin with"
        placeholder="Names that begin with …"
        value={place.filter}
        onChange={(event) => onFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
          if (event.key === "Enter" || event.key === "ArrowDown") list.listRef.current?.focus();
        }}
      />
      {query.error ? (
        <ErrorPanel
          title={`${s3Address(place.bucket, place.prefix)} could not be listed`}
          problem={problemIn(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : query.isPending ? (
        <Skeleton className="h-80" />
      ) : rows.length === 0 ? (
        <EmptyState title={place.filter ? `No name begins with “${place.filter}”` : "Nothing is here"} className="h-80">
          {place.filter ? "Upper and lower case count." : "Upload files, or use this address for what will be written."}
        </EmptyState>
      ) : (
        <>
          <EntryList {...list} label={s3Address(place.bucket, place.prefix)} rows={rows} onMore={more} />
          <div className="flex h-7 items-center justify-between text-sm text-muted" aria-live="polite">
            <span>
              {formatNumber(rows.length)}
              {hasNextPage ? " shown, there are more" : rows.length === 1 ? " entry" : " entries"}
            </span>
            {hasNextPage ? (
              <Button size="sm" busy={isFetchingNextPage} onClick={more}>
                Load more
              </Button>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}
