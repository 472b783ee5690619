import { EMPTY_CHANNEL } from "@/lib/training/channel-row";
import { emptyTraining } from "@/lib/training/defaults";
import { maskedRequest, plannedRequest } from "@/lib/training/planned-request";
import { TrainingInput } from "@/lib/training/schema";

import { trainingExport } from "../program/training-export";
import type { ProgramExport } from "../program/view";

/** What a person typed as their Hub token. */
export const TYPED_TOKEN = "hf_typedIntoTheForm1234";
/** Another secret of the same form. */
export const TYPED_KEY = "a key for a service";

const START = {
  region: "us-east-1",
  bucket: "sagemaker-us-east-1-111122223333",
  executionRoleArn: "arn:aws:iam::111122223333:role/r",
};

/** A job of the training form with all that it can ask for, as its review exports it. */
export function exportedJob(over: Partial<TrainingInput> = {}): ProgramExport {
  const input = TrainingInput.parse({
    ...emptyTraining(START),
    stampedAt: "2026-01-01T00:00:00.000Z",
    jobName: "everything",
    uploadFiles: 1,
    entryPoint: "train.py",
    hyperparameters: [
      { name: "epochs", type: "integer", value: "3" },
      { name: "learning_rate", type: "float", value: "3e-5" },
      { name: "ratio", type: "float", value: "1" },
      { name: "fp16", type: "boolean", value: "true" },
      { name: "note", type: "string", value: 'it\'s "größer"' },
      { name: "layers", type: "json", value: '[1, 2.0, {"a": null}]' },
      { name: "api-key", type: "string", value: TYPED_KEY },
    ],
    channels: [
      {
        ...EMPTY_CHANNEL,
        name: "train",
        s3Uri: "s3://data/train",
        contentType: "application/json",
        isSharded: true,
      },
      { ...EMPTY_CHANNEL, name: "test", s3Uri: "s3://data/test" },
    ],
    metricDefinitions: [{ name: "loss", regex: "loss: ([0-9.]+)" }],
    isSpot: true,
    maxWaitSeconds: "90000",
    checkpointUri: "s3://data/checkpoints",
    checkpointPath: "/opt/ml/checkpoints",
    outputUri: "s3://data/out",
    distribution: "torch-distributed",
    instanceType: "ml.p3.16xlarge",
    instanceCount: 2,
    environment: [
      { name: "MODE", value: "fast" },
      { name: "WANDB_API_KEY", value: TYPED_KEY },
    ],
    hubPush: true,
    hubModelId: "me/model",
    hubTokenWay: "hyperparameter",
    hubTokenFrom: "typed",
    hubToken: TYPED_TOKEN,
    tags: [{ key: "team", value: "nlp" }],
    subnets: "subnet-0123456789abcdef0",
    securityGroups: "sg-0123456789abcdef0",
    encryptTraffic: true,
    retryAttempts: "2",
    volumeKmsKeyId: "alias/volume",
    outputKmsKeyId: "alias/output",
    ...over,
  });
  const request = maskedRequest(plannedRequest(input, START));
  return trainingExport(request, START, { kind: "upload", folder: "./scripts" });
}
