import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type {
  AlarmHistoryPage,
  AlarmListView,
  AlarmMetric,
  MetricWindowView,
  SubscriptionView,
  TopicView,
} from "./view";

/** An alarm is evaluated once a minute. */
const POLL_MS = 30_000;

export const alarmKeys = {
  all: (workspace: string) => ["workspaces", workspace, "alarms"] as const,
  list: (workspace: string) => [...alarmKeys.all(workspace), "list"] as const,
  history: (workspace: string, name: string) => [...alarmKeys.all(workspace), "history", name] as const,
  topics: (workspace: string) => [...alarmKeys.all(workspace), "topics"] as const,
  subscriptions: (workspace: string, arn: string) => [...alarmKeys.topics(workspace), arn] as const,
  metric: (workspace: string, metric: AlarmMetric, window: Record<string, string>) =>
    [...alarmKeys.all(workspace), "metric", metric, window] as const,
};

export const alarmQueries = {
  /** All alarms on endpoints; pages filter what everybody shares. */
  list: (workspace: string) =>
    queryOptions({
      queryKey: alarmKeys.list(workspace),
      queryFn: ({ signal }) => getJson<AlarmListView>(workspaceApi(workspace, "/alarms"), { signal }),
      refetchInterval: POLL_MS,
    }),
  history: (workspace: string, name: string) =>
    infiniteQueryOptions({
      queryKey: alarmKeys.history(workspace, name),
      queryFn: ({ signal, pageParam: cursor }) =>
        getJson<AlarmHistoryPage>(
          workspaceApi(workspace, `/alarm-history?${new URLSearchParams({ name, ...(cursor && { cursor }) })}`),
          { signal },
        ),
      initialPageParam: "",
      getNextPageParam: ({ nextCursor }) => nextCursor,
      refetchInterval: POLL_MS,
    }),
  topics: (workspace: string) =>
    queryOptions({
      queryKey: alarmKeys.topics(workspace),
      queryFn: ({ signal }) => getJson<TopicView[]>(workspaceApi(workspace, "/topics"), { signal }),
    }),
  subscriptions: (workspace: string, arn: string) =>
    queryOptions({
      queryKey: alarmKeys.subscriptions(workspace, arn),
      queryFn: ({ signal }) =>
        getJson<SubscriptionView[]>(workspaceApi(workspace, `/topics/subscriptions?${new URLSearchParams({ arn })}`), {
          signal,
        }),
    }),
  /** A metric over a window, in the period of an alarm. `window`: what the page's address says of it. */
  metric: (workspace: string, metric: AlarmMetric, window: Record<string, string>) =>
    queryOptions({
      queryKey: alarmKeys.metric(workspace, metric, window),
      queryFn: ({ signal }) => {
        const { namespace, name, dimensions, stat, periodSeconds } = metric;
        const query = new URLSearchParams({
          ...window,
          namespace,
          metric: name,
          dimensions: JSON.stringify(dimensions),
          stat,
          period: String(periodSeconds),
        });
        return getJson<MetricWindowView>(workspaceApi(workspace, `/metric-window?${query}`), { signal });
      },
      placeholderData: keepPreviousData,
      staleTime: 20_000,
      refetchInterval: window.from ? false : 60_000,
    }),
};
