import { TRAINING_SAMPLES } from "@/catalog/samples/data";
import type { TrainingSample } from "@/catalog/samples/schema";

const FOLDER = "samples";

/** Where a sample's files lie in a bucket. The digest of their content is part of it, so they never change under a job. */
export function samplePlace(sample: TrainingSample, bucket: string, digest: string) {
  const prefix = `${FOLDER}/${sample.id}/${digest}`;
  return {
    sourceKey: `${prefix}/sourcedir.tar.gz`,
    sourceUri: `s3://${bucket}/${prefix}/sourcedir.tar.gz`,
    channelKey: (name: string) => `${prefix}/${name}`,
    channelUri: (name: string) => `s3://${bucket}/${prefix}/${name}`,
  };
}

/** The sample that a script in S3 belongs to, or null for any other script. */
export function sampleOfSource(sourceUri: string | null): TrainingSample | null {
  const id = /^s3:\/\/[^/]+\/samples\/([a-z-]+)\/[0-9a-f]{16}\/sourcedir\.tar\.gz$/.exec(sourceUri ?? "")?.[1];
  return TRAINING_SAMPLES.find((sample) => sample.id === id) ?? null;
}
