import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { TrainingArtifact } from "./artifact-view";
import type { TrainingComparison } from "./compare/view";
import { isUnderWay, type TrainingJobDetail, type TrainingJobPage, type TrainingJobRow } from "./job-view";
import type { ListTrainingJobsInput } from "./list-schema";
import type { TrainingMetrics } from "./metrics-view";

const POLL_MS = 4_000;
const METRICS_POLL_MS = 15_000;
const METRICS_LATE_MS = 5 * 60_000;

/** A job of the list: its status is part of the key, because a change of it changes its times too. */
type Shown = { name: string; status: string };

export const trainingKeys = {
  all: (workspace: string) => ["workspaces", workspace, "training-jobs"] as const,
  list: (workspace: string, input: Partial<ListTrainingJobsInput>) =>
    [...trainingKeys.all(workspace), "list", input] as const,
  rows: (workspace: string, shown: readonly Shown[]) =>
    [...trainingKeys.all(workspace), "rows", shown.map(({ name, status }) => [name, status])] as const,
  detail: (workspace: string, name: string) => [...trainingKeys.all(workspace), "detail", name] as const,
  metrics: (workspace: string, name: string, status: string) =>
    [...trainingKeys.detail(workspace, name), "metrics", status] as const,
  comparison: (workspace: string, names: readonly string[]) =>
    [...trainingKeys.all(workspace), "comparison", names] as const,
};

const one = (workspace: string, name: string, path = "") =>
  workspaceApi(workspace, `/training-jobs/${encodeURIComponent(name)}${path}`);

/** The archive of a job's model through the console. */
export function artifactDownloadUrl(workspace: string, name: string): string {
  return `${one(workspace, name, "/artifact")}?as=download`;
}

export const trainingQueries = {
  /** What is in the model that an ended job left: it does not change any more. */
  artifact: (workspace: string, name: string) =>
    queryOptions({
      queryKey: [...trainingKeys.detail(workspace, name), "artifact"] as const,
      queryFn: ({ signal }) => getJson<TrainingArtifact>(one(workspace, name, "/artifact"), { signal }),
      staleTime: 300_000,
      retry: false,
    }),
  list: (workspace: string, input: Partial<ListTrainingJobsInput>) =>
    queryOptions({
      queryKey: trainingKeys.list(workspace, input),
      queryFn: ({ signal }) =>
        getJson<TrainingJobPage>(workspaceApi(workspace, `/training-jobs?${toQuery(input)}`), { signal }),
      // Poll only while SageMaker is still working on something that is shown.
      refetchInterval: ({ state }) => (state.data?.items.some((job) => isUnderWay(job.status)) ? POLL_MS : false),
    }),
  rows: (workspace: string, shown: readonly Shown[]) =>
    queryOptions({
      queryKey: trainingKeys.rows(workspace, shown),
      queryFn: ({ signal }) =>
        getJson<TrainingJobRow[]>(
          workspaceApi(workspace, `/training-job-rows?${new URLSearchParams(shown.map(({ name }) => ["name", name]))}`),
          { signal },
        ),
      enabled: shown.length > 0,
      staleTime: 60_000,
      refetchInterval: ({ state }) => (state.data?.some((row) => isUnderWay(row.status)) ? POLL_MS : false),
    }),
  detail: (workspace: string, name: string) =>
    queryOptions({
      queryKey: trainingKeys.detail(workspace, name),
      queryFn: ({ signal }) => getJson<TrainingJobDetail>(one(workspace, name), { signal }),
      refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? POLL_MS : false),
    }),
  /** `status` is part of the key: when the job ends, the points are read once more, and CloudWatch has the last ones late. */
  metrics: (workspace: string, { name, status, endedAt }: Pick<TrainingJobDetail, "name" | "status" | "endedAt">) =>
    queryOptions({
      queryKey: trainingKeys.metrics(workspace, name, status),
      queryFn: ({ signal }) => getJson<TrainingMetrics>(one(workspace, name, "/metrics"), { signal }),
      refetchInterval: () => (isUnderWay(status) || isLate(endedAt) ? METRICS_POLL_MS : false),
      placeholderData: keepPreviousData,
    }),
  /** Read again while one of the jobs runs, and while CloudWatch may still have points of its end to show. */
  comparison: (workspace: string, names: readonly string[]) =>
    queryOptions({
      queryKey: trainingKeys.comparison(workspace, names),
      queryFn: ({ signal }) =>
        getJson<TrainingComparison>(
          workspaceApi(
            workspace,
            `/training-job-comparison?${new URLSearchParams(names.map((name) => ["name", name]))}`,
          ),
          { signal },
        ),
      enabled: names.length > 1,
      refetchInterval: ({ state }) => {
        const jobs = state.data?.jobs.flatMap(({ job }) => job ?? []) ?? [];
        if (jobs.some(({ status }) => isUnderWay(status))) return POLL_MS;
        return jobs.some(({ endedAt }) => isLate(endedAt)) ? METRICS_POLL_MS : false;
      },
      placeholderData: keepPreviousData,
    }),
};

/** True while CloudWatch may not have the last points of a job that ended then. */
function isLate(endedAt: string | null): boolean {
  return endedAt !== null && Date.now() - Date.parse(endedAt) < METRICS_LATE_MS;
}

function toQuery(input: Partial<ListTrainingJobsInput>): string {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
}
