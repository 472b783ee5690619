import type { EnvironmentEntry } from "@/lib/secrets/mask";

/** What the browser sees of transform jobs. JSON-safe: dates are ISO strings, what AWS leaves out is null. */

export const TRANSFORM_STATUSES = ["InProgress", "Completed", "Failed", "Stopping", "Stopped"] as const;
export type TransformStatus = (typeof TRANSFORM_STATUSES)[number];

/** A row of ListTransformJobs. */
export type TransformJobSummary = {
  name: string;
  arn: string;
  status: TransformStatus;
  failureReason: string | null;
  createdAt: string | null;
  endedAt: string | null;
};

export type TransformJobPage = { items: TransformJobSummary[]; nextCursor: string | null };

/** What a job was asked for. */
export type TransformJobView = TransformJobSummary & {
  startedAt: string | null;
  modelName: string;
  inputUri: string;
  inputType: "S3Prefix" | "ManifestFile";
  isGzip: boolean;
  contentType: string | null;
  split: "None" | "Line";
  strategy: "SingleRecord" | "MultiRecord" | null;
  maxPayloadMb: number | null;
  maxConcurrent: number | null;
  timeoutSeconds: number | null;
  maxRetries: number | null;
  outputUri: string;
  accept: string | null;
  assemble: "None" | "Line";
  kmsKeyId: string | null;
  isJoined: boolean;
  inputFilter: string | null;
  outputFilter: string | null;
  instanceType: string;
  instanceCount: number;
  environment: EnvironmentEntry[];
};

/** What a row of the table shows beyond ListTransformJobs. */
export type TransformJobRow = Pick<
  TransformJobView,
  "name" | "status" | "modelName" | "inputUri" | "startedAt" | "endedAt" | "instanceType" | "instanceCount"
>;

export type TransformJobDetail = TransformJobView & {
  /** What the model runs; null once the model was deleted. */
  model: { image: string | null; source: string; task: string | null } | null;
  /** Null when they could not be read. */
  tags: { key: string; value: string }[] | null;
};

/** An input object and what came of it. */
export type TransformFile = {
  /** Below what the job was asked to read: the name of the output without `.out`. */
  path: string;
  bytes: number;
  /** Null until the output of this job is there. */
  output: { bytes: number; at: string } | null;
};

/** The files of a job so far as one look at S3 shows them; `isCut`: there are more. */
export type TransformFiles = { files: TransformFile[]; isCut: boolean };

/** Why a file failed, from the job's data log, and the line that the container must have meant. */
export type FileFailure = {
  path: string;
  /** `ClientError: 400`. */
  what: string;
  /** What the container said; "" when it said nothing. */
  message: string;
  /** Null when no line stands out. `number` counts from 1. */
  line: { number: number; text: string; reason: string } | null;
};

/** How far the records are; `total` is null where counting would mean reading too much. */
export type RecordProgress = { asked: number | null; total: number | null };

/** A record and its answer. `input` is null where it cannot be read beside the output. */
export type PreviewRow = { number: number; input: string | null; output: string };
/** `cursor` reads on; null at the end. `scanned`: records looked at up to here, for a search. */
export type PreviewPage = { rows: PreviewRow[]; cursor: string | null; scanned: number };

/** True while SageMaker is still working on the job, so that looking again soon is worth a call. */
export function isUnderWay(status: TransformStatus): boolean {
  return status === "InProgress" || status === "Stopping";
}
