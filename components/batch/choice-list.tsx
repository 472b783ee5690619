"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { ErrorPanel } from "@/components/ui/error-panel";
import { type RadioTile, RadioTiles } from "@/components/ui/radio-tiles";
import { SearchInput } from "@/components/ui/search-input";
import { Skeleton } from "@/components/ui/skeleton";
import { problemIn } from "@/lib/problem-in";

type ChoiceListProps<T> = {
  /** What there is to choose from: "Models". */
  label: string;
  search: string;
  onSearch: (search: string) => void;
  query: UseQueryResult<T>;
  tiles: (found: T) => RadioTile<string>[];
  value: string | null;
  onChoose: (value: string) => void;
  /** Said where nothing is found. */
  empty: ReactNode;
  /** Said below, where there are more. */
  more: (found: T) => ReactNode;
};

/** A list to choose one from, narrowed by a search that SageMaker does. */
export function ChoiceList<T>({
  label,
  search,
  onSearch,
  query,
  tiles,
  value,
  onChoose,
  empty,
  more,
}: ChoiceListProps<T>) {
  const found = query.data ? tiles(query.data) : [];
  return (
    <div className="flex flex-col gap-2">
      <SearchInput
        label={`Search ${label.toLowerCase()}`}
        placeholder="Part of a name"
        autoComplete="off"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        className="sm:max-w-72"
      />
      {query.isError ? (
        <ErrorPanel
          title={`${label} could not be listed`}
          problem={problemIn(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : query.data === undefined ? (
        <Skeleton className="h-24" />
      ) : found.length === 0 ? (
        <p className="text-sm text-muted">{empty}</p>
      ) : (
        <div className="max-h-80 overflow-y-auto p-0.5">
          <RadioTiles
            label={label}
            name={label}
            className="sm:grid-cols-1"
            value={value}
            onChange={onChoose}
            tiles={found}
          />
        </div>
      )}
      {query.data ? <p className="text-sm text-muted empty:hidden">{more(query.data)}</p> : null}
    </div>
  );
}
