import type { TrainingSample } from "@/catalog/samples/schema";
import { EMPTY_CHANNEL } from "@/lib/training/channel-row";
import { emptyTraining, type TrainingStart } from "@/lib/training/defaults";
import type { TrainingFormValues } from "@/lib/training/schema";

import { samplePlace } from "./place";

/** The training form that runs a sample with the files of this digest. */
export function sampleForm(
  sample: TrainingSample,
  start: TrainingStart,
  { digest, files }: { digest: string; files: string[] },
): TrainingFormValues {
  const place = samplePlace(sample, start.bucket, digest);
  return {
    ...emptyTraining(start),
    source: "s3",
    sourceUri: place.sourceUri,
    sourceFiles: files,
    entryPoint: sample.entryPoint,
    hyperparameters: sample.hyperparameters,
    channels: sample.channels.map(({ name, contentType }) => ({
      ...EMPTY_CHANNEL,
      name,
      s3Uri: place.channelUri(name),
      contentType,
    })),
    metricDefinitions: sample.metrics,
    maxRunSeconds: sample.maxRunSeconds,
  };
}
