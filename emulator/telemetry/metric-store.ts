import { atomically } from "../store/atomically.ts";
import type { Database } from "../store/database.ts";
import type { Dimension, MetricDatum } from "./telemetry.ts";

export type MetricName = { namespace: string; name: string; dimensions: Dimension[] };

/** One or more equal measurements of a second. */
export type Sample = { at: number; value: number; count: number; unit: string };

export type MetricStore = {
  /** Writes data points in one transaction. */
  write(data: { region: string; datum: MetricDatum }[]): void;
  /** Forgets all that series had and writes these samples, in one transaction. */
  replace(region: string, series: { metric: MetricName; samples: Sample[] }[]): void;
  /** Samples with `from <= at < to`, in order of time. */
  read(region: string, metric: MetricName, from: number, to: number): Sample[];
  /** Metrics of a region in a stable order, with the time of their latest data point. */
  list(region: string): (MetricName & { latest: number })[];
  /** Forgets data points older than `before`. */
  prune(before: number): void;
};

/** Seconds are the finest that CloudWatch stores; equal values of one second become a count. */
const SECOND = 1000;

const SCHEMA = `
  create table if not exists metric_series (
    id integer primary key, region text not null, namespace text not null, name text not null, dimensions text not null,
    latest integer not null default 0,
    unique (region, namespace, name, dimensions)
  );
  create table if not exists metric_sample (
    series integer not null, at integer not null, value real not null, unit text not null, count real not null,
    primary key (series, at, value, unit)
  ) without rowid;
`;

type SeriesRow = { namespace: string; name: string; dimensions: string; latest: number };

export function openMetricStore(database: Database): MetricStore {
  database.exec(SCHEMA);
  const seriesIds = new Map<string, number>();
  const insertSeries = database.prepare(
    "insert into metric_series (region, namespace, name, dimensions) values (?, ?, ?, ?) on conflict do nothing",
  );
  const findSeries = database.prepare(
    "select id from metric_series where region = ? and namespace = ? and name = ? and dimensions = ?",
  );
  const touchSeries = database.prepare("update metric_series set latest = max(latest, ?) where id = ?");
  const insertSample = database.prepare(
    "insert into metric_sample (series, at, value, unit, count) values (?, ?, ?, ?, ?) on conflict do update set count = count + excluded.count",
  );
  const clearSeries = database.prepare("delete from metric_sample where series = ?");
  const readSamples = database.prepare(
    "select at, value, count, unit from metric_sample where series = ? and at >= ? and at < ? order by at",
  );
  const listSeries = database.prepare(
    "select namespace, name, dimensions, latest from metric_series where region = ? order by namespace, name, dimensions",
  );

  function seriesId(region: string, metric: MetricName): number | undefined {
    const key = [region, metric.namespace, metric.name, canonical(metric.dimensions)] as const;
    const known = seriesIds.get(key.join("\0"));
    if (known !== undefined) return known;
    const row = findSeries.get(...key) as { id: number } | undefined;
    if (row) seriesIds.set(key.join("\0"), row.id);
    return row?.id;
  }

  function seriesIdFor(region: string, metric: MetricName): number {
    const known = seriesId(region, metric);
    if (known !== undefined) return known;
    insertSeries.run(region, metric.namespace, metric.name, canonical(metric.dimensions));
    return seriesIdFor(region, metric);
  }

  return {
    write(data) {
      atomically(database, () => {
        for (const { region, datum } of data) {
          const series = seriesIdFor(region, datum);
          const at = Math.floor(datum.at / SECOND) * SECOND;
          insertSample.run(series, at, datum.value, datum.unit, datum.count ?? 1);
          touchSeries.run(at, series);
        }
      });
    },
    replace(region, all) {
      atomically(database, () => {
        for (const { metric, samples } of all) {
          const series = seriesIdFor(region, metric);
          clearSeries.run(series);
          for (const { at, value, unit, count } of samples) insertSample.run(series, at, value, unit, count);
          touchSeries.run(samples.at(-1)?.at ?? 0, series);
        }
      });
    },
    read(region, metric, from, to) {
      const series = seriesId(region, metric);
      return series === undefined ? [] : (readSamples.all(series, from, to) as unknown as Sample[]);
    },
    list: (region) =>
      (listSeries.all(region) as unknown as SeriesRow[]).map((row) => ({
        ...row,
        dimensions: JSON.parse(row.dimensions) as Dimension[],
      })),
    prune(before) {
      database.prepare("delete from metric_sample where at < ?").run(before);
    },
  };
}

/** The order of dimensions does not tell metrics apart. */
function canonical(dimensions: Dimension[]): string {
  const sorted = dimensions.map(({ Name, Value }) => ({ Name, Value })).sort((a, b) => (a.Name < b.Name ? -1 : 1));
  return JSON.stringify(sorted);
}
