import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import {
  type FileFailure,
  isUnderWay,
  type PreviewPage,
  type RecordProgress,
  type TransformFiles,
  type TransformJobDetail,
  type TransformJobPage,
  type TransformJobRow,
  type TransformStatus,
} from "./job-view";
import type { ListTransformJobsInput } from "./list-schema";
import type { TransformMetrics } from "./metrics-view";

const POLL_MS = 4_000;
const METRICS_POLL_MS = 15_000;
/** CloudWatch has the last points of a job some minutes after its end. */
const METRICS_LATE_MS = 5 * 60_000;
/** Counting reads logs and lists objects: seldom enough. */
const COUNT_MS = 6_000;
/** A minute: what is not there by then was taken away. */
const MOST_LATE_LOOKS = 10;

type Shown = { name: string; status: string };

export const transformKeys = {
  all: (workspace: string) => ["workspaces", workspace, "transform-jobs"] as const,
  list: (workspace: string, input: Partial<ListTransformJobsInput>) =>
    [...transformKeys.all(workspace), "list", input] as const,
  rows: (workspace: string, shown: readonly Shown[]) =>
    [...transformKeys.all(workspace), "rows", shown.map(({ name, status }) => [name, status])] as const,
  detail: (workspace: string, name: string) => [...transformKeys.all(workspace), "detail", name] as const,
  metrics: (workspace: string, name: string, status: TransformStatus) =>
    [...transformKeys.detail(workspace, name), "metrics", status] as const,
};

const one = (workspace: string, name: string, path = "") =>
  workspaceApi(workspace, `/transform-jobs/${encodeURIComponent(name)}${path}`);

export const transformQueries = {
  list: (workspace: string, input: Partial<ListTransformJobsInput>) =>
    queryOptions({
      queryKey: transformKeys.list(workspace, input),
      queryFn: ({ signal }) =>
        getJson<TransformJobPage>(workspaceApi(workspace, `/transform-jobs?${toQuery(input)}`), { signal }),
      refetchInterval: ({ state }) => (state.data?.items.some((job) => isUnderWay(job.status)) ? POLL_MS : false),
    }),
  rows: (workspace: string, shown: readonly Shown[]) =>
    queryOptions({
      queryKey: transformKeys.rows(workspace, shown),
      queryFn: ({ signal }) =>
        getJson<TransformJobRow[]>(
          workspaceApi(
            workspace,
            `/transform-job-rows?${new URLSearchParams(shown.map(({ name }) => ["name", name]))}`,
          ),
          { signal },
        ),
      enabled: shown.length > 0,
      staleTime: 60_000,
      refetchInterval: ({ state }) => (state.data?.some((row) => isUnderWay(row.status)) ? POLL_MS : false),
    }),
  detail: (workspace: string, name: string) =>
    queryOptions({
      queryKey: transformKeys.detail(workspace, name),
      queryFn: ({ signal }) => getJson<TransformJobDetail>(one(workspace, name), { signal }),
      refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? POLL_MS : false),
    }),
  /** `status` is part of the key: when the job ends, the points are read once more, and CloudWatch has the last ones late. */
  metrics: (workspace: string, { name, status, endedAt }: Pick<TransformJobDetail, "name" | "status" | "endedAt">) =>
    queryOptions({
      queryKey: transformKeys.metrics(workspace, name, status),
      queryFn: ({ signal }) => getJson<TransformMetrics>(one(workspace, name, "/metrics"), { signal }),
      refetchInterval: () => (isUnderWay(status) || isLate(endedAt) ? METRICS_POLL_MS : false),
      placeholderData: keepPreviousData,
    }),
  /** `status` is part of the key: when the job ends, files and records are counted once more. */
  files: (workspace: string, name: string, status: TransformStatus) =>
    queryOptions({
      queryKey: [...transformKeys.detail(workspace, name), "files", status],
      queryFn: ({ signal }) => getJson<TransformFiles>(one(workspace, name, "/files"), { signal }),
      refetchInterval: ({ state: { data, dataUpdateCount } }) => {
        if (isUnderWay(status)) return COUNT_MS;
        // The listing may be some seconds older than the end of the job: look again, and while results are missing.
        const isMissing = status === "Completed" && data?.files.some(({ output }) => output === null);
        return dataUpdateCount < (isMissing ? MOST_LATE_LOOKS : 2) ? COUNT_MS : false;
      },
    }),
  records: (workspace: string, name: string, status: TransformStatus) =>
    queryOptions({
      queryKey: [...transformKeys.detail(workspace, name), "records", status],
      queryFn: ({ signal }) => getJson<RecordProgress>(one(workspace, name, "/records"), { signal }),
      refetchInterval: isUnderWay(status) ? COUNT_MS : false,
    }),
  failures: (workspace: string, name: string) =>
    queryOptions({
      queryKey: [...transformKeys.detail(workspace, name), "failures"],
      queryFn: ({ signal }) => getJson<FileFailure[]>(one(workspace, name, "/failures"), { signal }),
      staleTime: 60_000,
    }),
  preview: (workspace: string, name: string, path: string, search: string) =>
    infiniteQueryOptions({
      queryKey: [...transformKeys.detail(workspace, name), "preview", path, search],
      queryFn: ({ pageParam, signal }) =>
        getJson<PreviewPage>(one(workspace, name, `/preview?${toQuery({ path, search, cursor: pageParam })}`), {
          signal,
        }),
      initialPageParam: "",
      getNextPageParam: (page) => page.cursor ?? undefined,
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

/** Where a file's output, or with no path all of them in a tar archive, is downloaded from. */
export function downloadPath(workspace: string, name: string, path?: string): string {
  return one(workspace, name, `/download${path ? `?${toQuery({ path })}` : ""}`);
}

function toQuery(input: Record<string, unknown>): string {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
}

function isLate(endedAt: string | null): boolean {
  return endedAt !== null && Date.now() - Date.parse(endedAt) < METRICS_LATE_MS;
}
