import type { TrainingPreset } from "@/catalog/recipes/schema";
import { EMPTY_CHANNEL } from "@/lib/training/channel-row";
import { emptyTraining, type TrainingStart } from "@/lib/training/defaults";
import { hubSection } from "@/lib/training/hub-push";
import type { TrainingFormValues } from "@/lib/training/schema";

import { inBucket, trainingImage } from "./images";

/**
 * The training form filled from a recipe's preset. The person still chooses the script, or has it
 * read where the notebook takes it from git, and types the Hub token; a region without the image keeps the form's usual one.
 */
export function trainingForm(preset: TrainingPreset, start: TrainingStart): TrainingFormValues {
  const empty = emptyTraining(start);
  const image = trainingImage(preset, start.region);
  const { distribution, source } = preset;
  return {
    ...empty,
    ...(source.kind === "git" && {
      source: "git" as const,
      gitRepository: source.repository,
      gitRef: source.branch,
      gitFolder: source.folder,
    }),
    ...hubSection({
      hyperparameters: preset.hyperparameters,
      environment: preset.tokenVariables.map((name) => ({ name, value: "" })),
    }),
    entryPoint: preset.entryPoint,
    image: image.ok ? image.imageUri : empty.image,
    instanceType: preset.instanceType,
    instanceCount: preset.instanceCount,
    volumeGb: preset.volumeGb,
    channels: preset.channels.map(({ name, s3Uri }) => ({
      ...EMPTY_CHANNEL,
      name,
      s3Uri: inBucket(s3Uri, start.bucket),
    })),
    metricDefinitions: preset.metricDefinitions.map(({ Name, Regex }) => ({ name: Name, regex: Regex })),
    maxRunSeconds: preset.maxRunSeconds,
    isSpot: preset.spot !== null,
    maxWaitSeconds: preset.spot ? String(preset.spot.maxWaitSeconds) : "",
    checkpointUri: preset.checkpointUri ? inBucket(preset.checkpointUri, start.bucket) : "",
    distribution: distribution.kind,
    mpiOptions: "mpiOptions" in distribution ? distribution.mpiOptions : "",
    smpParameters: distribution.kind === "smp" ? distribution.parameters : "",
    smpProcesses: distribution.kind === "smp" ? String(distribution.processesPerHost) : "",
    compilerDebug: preset.compiler?.debug ?? false,
    debuggerHook: preset.debuggerHook,
    profiler: preset.profiler,
  };
}
