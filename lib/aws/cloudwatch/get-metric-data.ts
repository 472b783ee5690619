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

/** The series of queries, in their order, oldest point first; one call for each 500, more where AWS pages the answer. */
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
      const answers: MetricAnswer[] = [];
      // One after the other: CloudWatch limits how many points an account reads in a second.
      for (let first = 0; first < queries.length; first += MAX_METRIC_QUERIES) {
        const part = queries.slice(first, first + MAX_METRIC_QUERIES);
        answers.push(...answersOf(part, await readAllPages(target, part.map(toSdkQuery), window)));
      }
      return answers;
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

function answersOf(queries: readonly MetricQuery[], results: readonly MetricDataResult[]): MetricAnswer[] {
  const answers = queries.map((): MetricAnswer => ({ points: [], isForbidden: false }));
  const byId = new Map(answers.map((answer, index) => [idOf(index), answer]));
  // A series that is longer than a page has a result on each.
  for (const { Id = "", Timestamps = [], Values = [], StatusCode } of results) {
    const answer = byId.get(Id);
    if (!answer) continue;
    answer.isForbidden ||= StatusCode === "Forbidden";
    for (const [index, at] of Timestamps.entries()) {
      const value = Values[index];
      if (value !== undefined) answer.points.push({ at: at.toISOString(), value });
    }
  }
  return answers;
}

function idOf(index: number): string {
  return `q${index}`;
}
