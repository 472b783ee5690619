import type { CreateTransformJobRequest } from "./view";

/** What a person wants of a batch transform job; null, or left out, leaves a choice to AWS. */
export type TransformWishes = {
  inputUri: string;
  outputUri: string;
  instanceType: string;
  instanceCount: number;
  strategy: "SingleRecord" | "MultiRecord" | null;
  contentType: string | null;
  splitType: "None" | "Line" | null;
  accept: string | null;
  assembleWith: "None" | "Line" | null;
  maxConcurrent: number | null;
  maxPayloadMb: number | null;
} & MoreWishes;

type MoreWishes = {
  inputType?: "S3Prefix" | "ManifestFile";
  isGzip?: boolean;
  timeoutSeconds?: number | null;
  maxRetries?: number | null;
  environment?: Record<string, string>;
  isJoined?: boolean;
  inputFilter?: string;
  outputFilter?: string;
  kmsKeyId?: string;
  tags?: { Key: string; Value: string }[];
};

/**
 * The CreateTransformJob request for these wishes, equal to what the SageMaker Python SDK v2 (2.257.6) sends for a
 * `model.transformer(…).transform(…)` of the same. Options that were not chosen are left out.
 */
export function buildTransformRequest(
  wishes: TransformWishes,
  names: { job: string; model: string },
): CreateTransformJobRequest {
  const { strategy, contentType, splitType, accept, assembleWith, maxConcurrent, maxPayloadMb } = wishes;
  const { environment = {}, tags = [], timeoutSeconds = null, maxRetries = null } = wishes;
  const processing = dataProcessing(wishes);
  return {
    TransformJobName: names.job,
    ModelName: names.model,
    ...(strategy && { BatchStrategy: strategy }),
    ...(maxConcurrent !== null && { MaxConcurrentTransforms: maxConcurrent }),
    ...(maxPayloadMb !== null && { MaxPayloadInMB: maxPayloadMb }),
    ...((timeoutSeconds !== null || maxRetries !== null) && {
      ModelClientConfig: {
        ...(timeoutSeconds !== null && { InvocationsTimeoutInSeconds: timeoutSeconds }),
        ...(maxRetries !== null && { InvocationsMaxRetries: maxRetries }),
      },
    }),
    ...(Object.keys(environment).length > 0 && { Environment: environment }),
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: wishes.inputType ?? "S3Prefix", S3Uri: wishes.inputUri } },
      ...(contentType && { ContentType: contentType }),
      ...(wishes.isGzip && { CompressionType: "Gzip" as const }),
      ...(splitType && { SplitType: splitType }),
    },
    TransformOutput: {
      S3OutputPath: wishes.outputUri,
      ...(accept && { Accept: accept }),
      ...(assembleWith && { AssembleWith: assembleWith }),
      ...(wishes.kmsKeyId && { KmsKeyId: wishes.kmsKeyId }),
    },
    TransformResources: { InstanceType: wishes.instanceType, InstanceCount: wishes.instanceCount },
    ...(processing && { DataProcessing: processing }),
    ...(tags.length > 0 && { Tags: tags }),
  };
}

function dataProcessing({ isJoined, inputFilter, outputFilter }: MoreWishes) {
  if (!isJoined && !inputFilter && !outputFilter) return null;
  return {
    ...(inputFilter && { InputFilter: inputFilter }),
    ...(outputFilter && { OutputFilter: outputFilter }),
    ...(isJoined && { JoinSource: "Input" as const }),
  };
}
