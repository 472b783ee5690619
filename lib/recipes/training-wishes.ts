import type { TrainingPreset } from "@/catalog/recipes/schema";
import { MASK } from "@/lib/secrets/mask";
import type { TrainingWishes } from "@/lib/training/build-request";
import type { Channel } from "@/lib/training/view";

import { inBucket } from "./images";
import type { RecipeFacts } from "./view";

/** A recipe's training preset as the wishes of a training job. A Hub token stands as a mask. */
export function trainingWishes(preset: TrainingPreset, image: string, facts: RecipeFacts): TrainingWishes {
  const { bucket, executionRoleArn } = facts;
  return {
    image,
    entryPoint: preset.entryPoint,
    hyperparameters: preset.hyperparameters,
    channels: preset.channels.map(({ name, s3Uri }) => toChannel(name, inBucket(s3Uri, bucket))),
    inputMode: "File",
    instanceType: preset.instanceType,
    instanceCount: preset.instanceCount,
    volumeGb: preset.volumeGb,
    maxRunSeconds: preset.maxRunSeconds,
    spot: preset.spot,
    checkpoint: preset.checkpointUri ? { s3Uri: inBucket(preset.checkpointUri, bucket), localPath: null } : null,
    distribution: preset.distribution,
    compiler: preset.compiler,
    metricDefinitions: preset.metricDefinitions,
    debuggerHook: preset.debuggerHook,
    profiler: preset.profiler,
    executionRoleArn,
    outputUri: `s3://${bucket}/`,
    disableOutputCompression: false,
    environment: Object.fromEntries(preset.tokenVariables.map((name) => [name, MASK])),
    tags: [],
    vpc: null,
    networkIsolation: false,
    encryptTraffic: false,
    keepAliveSeconds: null,
    retryAttempts: null,
    volumeKmsKeyId: null,
    outputKmsKeyId: null,
  };
}

function toChannel(name: string, uri: string): Channel {
  return {
    ChannelName: name,
    DataSource: {
      S3DataSource: { S3DataType: "S3Prefix", S3Uri: uri, S3DataDistributionType: "FullyReplicated" },
    },
  };
}
