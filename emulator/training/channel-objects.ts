import { readFileSync } from "node:fs";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import { parseS3, type S3Address } from "./s3-folders.ts";
import type { HostFacts } from "./sm-environment.ts";
import { TrainingError } from "./training-error.ts";
import type { InputChannel, S3Source, TrainingJob } from "./training-job.ts";

/** A channel's own mode, else the job's. */
export function inputMode(channel: InputChannel, { definition }: TrainingJob): string {
  return channel.InputMode ?? definition.AlgorithmSpecification.TrainingInputMode;
}

/** Where a channel's data lies. Throws a TrainingError for file systems. */
export function sourceOf({ DataSource }: InputChannel): S3Source {
  if (!DataSource.S3DataSource) throw new TrainingError("ClientError: The emulator reads training data from S3 only.");
  return DataSource.S3DataSource;
}

/** Which of a channel's objects, by their place in order of keys, a host gets. */
export function shareOf({ S3DataDistributionType }: S3Source, { hosts, host }: HostFacts): (index: number) => boolean {
  const share = hosts.indexOf(host);
  return (index) => S3DataDistributionType !== "ShardedByS3Key" || index % hosts.length === share;
}

/** The prefixes and objects that a channel names. Throws a TrainingError. */
export function channelAddresses(store: ObjectStore, source: S3Source): S3Address[] {
  const address = parseS3(source.S3Uri);
  if (!address) return [];
  if (source.S3DataType === "S3Prefix") return [address];
  if (source.S3DataType === "ManifestFile") return manifestAddresses(store, address, source);
  throw new TrainingError(`ClientError: The emulator does not read ${source.S3DataType} as training data.`);
}

/** `[{"prefix": "s3://bucket/folder/"}, "a.csv", …]`: each entry behind the prefix is an object (API reference of S3DataSource). */
function manifestAddresses(store: ObjectStore, { bucket, key }: S3Address, source: S3Source): S3Address[] {
  const file = store.objectFile(bucket, key);
  if (!file) throw new TrainingError(nothingFound(source));
  const bad = (reason: string) => new TrainingError(`ClientError: The manifest ${source.S3Uri} ${reason}.`);
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw bad("is not JSON");
  }
  const [first, ...names] = Array.isArray(entries) ? entries : [];
  const prefix = typeof first === "object" && first !== null && "prefix" in first ? first.prefix : null;
  if (typeof prefix !== "string" || !names.every((name) => typeof name === "string")) {
    throw bad('must be a list that begins with {"prefix": "s3://…"} and goes on with names');
  }
  return names.map((name) => {
    const address = parseS3(prefix + name);
    if (!address) throw bad(`names ${prefix + name}, which is no S3 address`);
    if (!store.objectFile(address.bucket, address.key)) throw bad(`names ${prefix + name}, which does not exist`);
    return { ...address, isObject: true };
  });
}

/** SageMaker's words when a channel is empty. */
export function nothingFound({ S3Uri }: S3Source): string {
  const bucket = parseS3(S3Uri)?.bucket ?? "";
  return `ClientError: Data download failed:No S3 objects found under S3 URL "${S3Uri}" given in input data source. Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, and that the role has "s3:ListBucket" permissions on bucket "${bucket}".`;
}
