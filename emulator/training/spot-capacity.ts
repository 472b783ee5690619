import type { EmulatorContext } from "../context.ts";
import { parseS3, uploadFolder } from "./s3-folders.ts";
import type { TrainingJob } from "./training-job.ts";

/** Puts the checkpoints that are new into S3; `known` holds the versions that are there, and learns the others. */
export function keepCheckpoints(
  { objects }: EmulatorContext,
  { definition }: TrainingJob,
  folder: string,
  known: Map<string, string>,
): Promise<void> {
  const address = definition.CheckpointConfig && parseS3(definition.CheckpointConfig.S3Uri);
  return address ? uploadFolder(objects, address, folder, known) : Promise.resolve();
}

/**
 * One rehearsal takes spot capacity away once, after the first checkpoint where the job keeps any; another takes it from
 * jobs that keep none, for good.
 */
export function isCapacityTaken(context: EmulatorContext, job: TrainingJob): boolean {
  if (isShort(context, job)) return true;
  const isMeant = context.behaviour.spotInterruption || context.spotInterruptions.has(job.name);
  const isDue = isMeant && job.definition.EnableManagedSpotTraining === true && job.interruptions === 0;
  return isDue && hasCheckpoint(context, job);
}

/** The rehearsed shortage lasts for as long as an interrupted job waits, and nobody has to wait as long to see that. */
export function isWaitOver(context: EmulatorContext, job: TrainingJob): boolean {
  return isShort(context, job) && job.interruptions > 0;
}

function isShort({ behaviour }: EmulatorContext, { definition }: TrainingJob): boolean {
  return behaviour.spotShortage && definition.EnableManagedSpotTraining === true && !definition.CheckpointConfig;
}

function hasCheckpoint({ objects }: EmulatorContext, { definition }: TrainingJob): boolean {
  const address = definition.CheckpointConfig && parseS3(definition.CheckpointConfig.S3Uri);
  if (!address) return true;
  const { bucket, key } = address;
  const wish = { bucket, prefix: key, delimiter: "", after: "", from: "", limit: 1 };
  return objects.objects.list(wish).objects.length > 0;
}
