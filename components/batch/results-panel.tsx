"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Download, FileSearch } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { TableSkeleton } from "@/components/ui/skeleton";
import { useDebounced } from "@/components/ui/use-debounced";
import { problemIn } from "@/lib/problem-in";
import { isUnderWay } from "@/lib/transform/job-view";
import { showRow } from "@/lib/transform/preview-result";
import { downloadPath, transformQueries } from "@/lib/transform/queries";

import { ResultsTable } from "./results-table";

const TYPING_REST_MS = 300;

/** A file's records beside their answers, page by page; file and search are in the address. */
export function ResultsPanel({ name }: { name: string }) {
  const { id } = useWorkspace();
  const [params, setParams] = useQueryStates(
    { path: parseAsString.withDefault(""), search: parseAsString.withDefault("") },
    { history: "replace" },
  );
  const { data: job } = useQuery(transformQueries.detail(id, name));
  const files = useQuery({
    ...transformQueries.files(id, name, job?.status ?? "InProgress"),
    enabled: job !== undefined,
  });
  const done = files.data?.files.filter(({ output }) => output !== null) ?? [];
  const path = params.path || (done[0]?.path ?? "");
  const search = useDebounced(params.search, TYPING_REST_MS);
  const pages = useInfiniteQuery({
    ...transformQueries.preview(id, name, path, search),
    enabled: path !== "" && done.length > 0,
  });

  if (!job || files.isPending) return <TableSkeleton />;
  if (files.isError) {
    return (
      <ErrorPanel
        title="The files could not be listed"
        problem={problemIn(files.error)}
        onRetry={() => void files.refetch()}
      />
    );
  }
  if (done.length === 0) {
    return (
      <EmptyState icon={FileSearch} title={isUnderWay(job.status) ? "No file is done yet" : "The job left no results"}>
        {isUnderWay(job.status)
          ? "SageMaker puts the result of a file into S3 when all of its records are answered. This page looks again by itself."
          : "A file whose record fails leaves no result; the overview says what failed."}
      </EmptyState>
    );
  }
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label="File"
          className="max-w-80"
          value={path}
          onChange={(event) => void setParams({ path: event.target.value })}
        >
          {done.map((file) => (
            <option key={file.path} value={file.path}>
              {file.path}
            </option>
          ))}
        </Select>
        <SearchInput
          label="Search records and answers"
          className="w-60 max-sm:w-full"
          value={params.search}
          onChange={(event) => void setParams({ search: event.target.value || null })}
        />
        <a
          href={downloadPath(id, name, path)}
          download
          className="ml-auto inline-flex items-center gap-1.5 text-sm text-accent-text underline"
        >
          <Download aria-hidden="true" className="size-4" />
          Download this file
        </a>
      </div>
      {pages.isError ? (
        <ErrorPanel
          title="The results could not be read"
          problem={problemIn(pages.error)}
          onRetry={() => void pages.refetch()}
        />
      ) : pages.isPending ? (
        <TableSkeleton />
      ) : (
        <ResultsTable
          rows={rows.map((row) => showRow(row, job.model?.task ?? null))}
          scanned={pages.data.pages.at(-1)?.scanned ?? 0}
          isSearching={search !== ""}
          more={pages.hasNextPage ? { onMore: () => void pages.fetchNextPage(), busy: pages.isFetchingNextPage } : null}
        />
      )}
    </div>
  );
}
