import "server-only";
import { GetMetricDataCommand, type MetricDataQuery, type MetricDataResult } from "@aws-sdk/client-cloudwatch";

import { type AwsTarget, cloudWatchClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** The most queries that CloudWatch takes in one GetMetricData call. */
export const MAX_METRIC_QUERIES = 500;

/** CloudWatch publishes once a minute, so looking more often only costs. */
const METRICS_TTL_MS = 30_000;

export type MetricQuery = {
  namespace: string;
  metric: string;
  dimensions: Record<string, string>;
  stat: "Sum" | "Average" | "Minimum" | "Maximum" | "SampleCount" | `p${number}`;
  periodSeconds: number;
};
export type MetricWindow = { from: Date; to: Date };
export type MetricPoint = { at: string; value: number };
/** One point per period that has data; a missing period is absent, never zero. */
export type MetricSeries = MetricPoint[];
export type MetricAnswer = { points: MetricSeries; isForbidden: boolean };

/** The series of up to 500 queries, in the queries' order, oldest point first; one call unless AWS pages the answer. */
export async function getMetricData(
  target: AwsTarget,
  queries: readonly MetricQuery[],
  window: MetricWindow,
): Promise<MetricSeries[]> {
  return (await getMetricAnswers(target, queries, window)).map(({ points }) => points);
}

/** The same, and whether AWS let us see each of them. */
export function getMetricAnswers(
  target: AwsTarget,
  queries: readonly MetricQuery[],
  window: MetricWindow,
): Promise<MetricAnswer[]> {
  if (queries.length === 0) return Promise.resolve([]);
  return cachedRead(target, "GetMetricData", { queries, window }, METRICS_TTL_MS, async () => {
    try {
      const results = await readAllPages(target, queries.map(toSdkQuery), window);
      return queries.map((_, index) => answerOf(results, idOf(index)));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

async function readAllPages(
  target: AwsTarget,
  queries: MetricDataQuery[],
  { from, to }: MetricWindow,
): Promise<MetricDataResult[]> {
  const results: MetricDataResult[] = [];
  let cursor: string | undefined;
  do {
    const out = await cloudWatchClient(target).send(
      new GetMetricDataCommand({
        MetricDataQueries: queries,
        StartTime: from,
        EndTime: to,
        ScanBy: "TimestampAscending",
        NextToken: cursor,
      }),
    );
    results.push(...(out.MetricDataResults ?? []));
    cursor = out.NextToken;
  } while (cursor);
  return results;
}

function toSdkQuery(query: MetricQuery, index: number): MetricDataQuery {
  return {
    Id: idOf(index),
    MetricStat: {
      Metric: {
        Namespace: query.namespace,
        MetricName: query.metric,
        Dimensions: Object.entries(query.dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: query.periodSeconds,
      Stat: query.stat,
    },
  };
}

function answerOf(all: MetricDataResult[], id: string): MetricAnswer {
  const results = all.filter((result) => result.Id === id);
  const points = results.flatMap(({ Timestamps = [], Values = [] }) =>
    Timestamps.flatMap((at, index) => {
      const value = Values[index];
      return value === undefined ? [] : [{ at: at.toISOString(), value }];
    }),
  );
  return { points, isForbidden: results.some(({ StatusCode }) => StatusCode === "Forbidden") };
}

function idOf(index: number): string {
  return `q${index}`;
}
