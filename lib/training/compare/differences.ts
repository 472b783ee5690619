import { channelDetails } from "../channel-details";
import type { Hyperparameter } from "../hyperparameters";
import type { Channel } from "../view";

import type { ComparedJob } from "./view";

/** What one job has in a row; `value` is null where it has nothing, `deviates` where it is not what the first job has. */
export type Cell<T> = { value: T | null; deviates: boolean };

/** One thing in all jobs. `isHidden`: the values are masked secrets, of which nobody can say whether they are equal. */
export type CompareRow<T> = { name: string; cells: Cell<T>[]; differs: boolean; isHidden: boolean };

export type ComparedValue = Hyperparameter & { isSecret: boolean };
export type ComparedChannel = { uri: string; details: string[] };

const ABSENT = "";

/** The hyperparameters of all jobs; `3` and `"3"` are two values, as they are in the request. */
export function hyperparameterRows(jobs: readonly ComparedJob[]): CompareRow<ComparedValue>[] {
  return rowsOf(
    jobs.map(({ job }) => job && byName(job.hyperparameters)),
    ({ type, value }) => `${type} ${value}`,
    ({ isSecret }) => isSecret,
  );
}

/** The environment variables of all jobs. */
export function environmentRows(jobs: readonly ComparedJob[]): CompareRow<{ value: string; isSecret: boolean }>[] {
  return rowsOf(
    jobs.map(({ job }) => job && byName(job.environment)),
    ({ value }) => `= ${value}`,
    ({ isSecret }) => isSecret,
  );
}

/** The input channels of all jobs with where their data came from and how it was handed over. */
export function channelRows(jobs: readonly ComparedJob[]): CompareRow<ComparedChannel>[] {
  return rowsOf(
    jobs.map(
      ({ job }) =>
        job && new Map(job.channels.map((channel) => [channel.ChannelName, toCompared(channel, job.inputMode)])),
    ),
    ({ uri, details }) => [uri, ...details].join("\n"),
  );
}

/** The newest or final value of every metric. */
export function finalMetricRows(jobs: readonly ComparedJob[]): CompareRow<number>[] {
  return rowsOf(
    jobs.map(({ job }) => job && new Map(job.finalMetrics.map(({ name, value }) => [name, value]))),
    String,
  );
}

function toCompared(channel: Channel, jobMode: string): ComparedChannel {
  const { S3Uri, S3DataType } = channel.DataSource.S3DataSource;
  const listed = { S3Prefix: null, ManifestFile: "by manifest", AugmentedManifestFile: "by augmented manifest" };
  return {
    uri: S3Uri,
    details: [listed[S3DataType], ...channelDetails(channel, jobMode)].filter((part) => part !== null),
  };
}

function byName<T extends { name: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((item) => [item.name, item]));
}

/** A row for each name that any job has, in the order in which they first come. Jobs that are gone take no part. */
function rowsOf<T>(
  jobs: readonly (Map<string, T> | null)[],
  keyOf: (value: T) => string,
  isSecret: (value: T) => boolean = () => false,
): CompareRow<T>[] {
  const present = jobs.filter((job) => job !== null);
  const names = [...new Set(present.flatMap((job) => [...job.keys()]))];
  return names.map((name) => {
    const keyIn = (job: Map<string, T>) => {
      const value = job.get(name);
      return value === undefined ? ABSENT : keyOf(value);
    };
    const first = present[0] ? keyIn(present[0]) : ABSENT;
    const cells = jobs.map((job) => ({
      value: job?.get(name) ?? null,
      deviates: job !== null && keyIn(job) !== first,
    }));
    const secrets = cells.filter(({ value }) => value !== null && isSecret(value));
    return { name, cells, differs: cells.some(({ deviates }) => deviates), isHidden: secrets.length > 1 };
  });
}
