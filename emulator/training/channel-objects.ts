import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import { parseS3, type S3Address } from "./s3-folders.ts";
import { ManifestError, readManifest } from "./s3-manifest.ts";
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
  if (source.S3DataType === "ManifestFile") return manifestAddresses(store, source);
  throw new TrainingError(`ClientError: The emulator does not read ${source.S3DataType} as training data.`);
}

function manifestAddresses(store: ObjectStore, source: S3Source): S3Address[] {
  try {
    const entries = readManifest(store, source.S3Uri);
    if (!entries) throw new TrainingError(nothingFound(source));
    return entries.map(({ bucket, key }) => ({ bucket, key, isObject: true }));
  } catch (cause) {
    throw cause instanceof ManifestError ? new TrainingError(`ClientError: ${cause.message}`) : cause;
  }
}

/** SageMaker's words when a channel is empty. */
export function nothingFound({ S3Uri }: S3Source): string {
  const bucket = parseS3(S3Uri)?.bucket ?? "";
  return `ClientError: Data download failed:No S3 objects found under S3 URL "${S3Uri}" given in input data source. Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, and that the role has "s3:ListBucket" permissions on bucket "${bucket}".`;
}
