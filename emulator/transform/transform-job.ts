import type { Resource } from "../services/sagemaker/resources.ts";

/** CreateTransformJob's input without its tags, so far as the emulator acts on it; the rest is kept and described. */
export type TransformDefinition = {
  TransformJobName: string;
  ModelName: string;
  MaxConcurrentTransforms?: number;
  ModelClientConfig?: { InvocationsTimeoutInSeconds?: number; InvocationsMaxRetries?: number };
  MaxPayloadInMB?: number;
  BatchStrategy?: "MultiRecord" | "SingleRecord";
  Environment?: Record<string, string>;
  TransformInput: {
    DataSource: { S3DataSource: { S3DataType: string; S3Uri: string } };
    ContentType?: string;
    CompressionType?: "None" | "Gzip";
    SplitType?: "None" | "Line" | "RecordIO" | "TFRecord";
  };
  TransformOutput: { S3OutputPath: string; Accept?: string; AssembleWith?: "None" | "Line"; KmsKeyId?: string };
  TransformResources: { InstanceType: string; InstanceCount: number };
  DataProcessing?: DataProcessing;
};

export type DataProcessing = { InputFilter?: string; OutputFilter?: string; JoinSource?: "Input" | "None" };

export type TransformStatus = "InProgress" | "Completed" | "Failed" | "Stopping" | "Stopped";

/** What the job's containers are started with: held by the job, because its model may be deleted while it runs. */
export type TransformContainer = { image: string; modelDataUrl: string | null; environment: Record<string, string> };

/** Times are epoch milliseconds. */
export type TransformJob = Resource & {
  definition: TransformDefinition;
  container: TransformContainer;
  status: TransformStatus;
  modifiedAt: number;
  /** When its instances were there. */
  startedAt: number | null;
  endedAt: number | null;
  failureReason: string | null;
};

/** What a job does with each file, with AWS's defaults filled in. */
export type TransformSettings = {
  contentType: string | null;
  accept: string | null;
  isGzip: boolean;
  split: "None" | "Line";
  assemble: "None" | "Line";
  strategy: "MultiRecord" | "SingleRecord";
  maxPayloadMb: number;
  maxConcurrent: number;
  timeoutMs: number;
  maxRetries: number;
  inputFilter: string;
  outputFilter: string;
  isJoined: boolean;
};

/** Defaults of the API reference; Hugging Face containers publish no execution parameters that would change them. */
export function transformSettings(definition: TransformDefinition): TransformSettings {
  const { TransformInput, TransformOutput, ModelClientConfig = {}, DataProcessing = {} } = definition;
  return {
    contentType: TransformInput.ContentType ?? null,
    accept: TransformOutput.Accept ?? null,
    isGzip: TransformInput.CompressionType === "Gzip",
    split: TransformInput.SplitType === "Line" ? "Line" : "None",
    assemble: TransformOutput.AssembleWith ?? "None",
    strategy: definition.BatchStrategy ?? "MultiRecord",
    maxPayloadMb: definition.MaxPayloadInMB ?? 6,
    maxConcurrent: definition.MaxConcurrentTransforms || 1,
    timeoutMs: (ModelClientConfig.InvocationsTimeoutInSeconds ?? 600) * 1000,
    maxRetries: ModelClientConfig.InvocationsMaxRetries ?? 3,
    inputFilter: DataProcessing.InputFilter || "$",
    outputFilter: DataProcessing.OutputFilter || "$",
    isJoined: DataProcessing.JoinSource === "Input",
  };
}
