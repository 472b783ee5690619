import type { CreateTransformJobRequest } from "./view";

/** What a person wants of a batch transform job; null leaves a choice to AWS. */
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
  return {
    TransformJobName: names.job,
    ModelName: names.model,
    ...(strategy && { BatchStrategy: strategy }),
    ...(maxConcurrent !== null && { MaxConcurrentTransforms: maxConcurrent }),
    ...(maxPayloadMb !== null && { MaxPayloadInMB: maxPayloadMb }),
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: wishes.inputUri } },
      ...(contentType && { ContentType: contentType }),
      ...(splitType && { SplitType: splitType }),
    },
    TransformOutput: {
      S3OutputPath: wishes.outputUri,
      ...(accept && { Accept: accept }),
      ...(assembleWith && { AssembleWith: assembleWith }),
    },
    TransformResources: { InstanceType: wishes.instanceType, InstanceCount: wishes.instanceCount },
  };
}
