import type { AsyncInferenceConfig } from "./view";

/** What a person wants of an asynchronous endpoint; null leaves a choice to AWS. */
export type AsyncWishes = {
  outputUri: string;
  failureUri: string;
  maxConcurrent: number | null;
  kmsKeyId: string | null;
  successTopic: string | null;
  errorTopic: string | null;
};

/** The AsyncInferenceConfig for these wishes, as the SageMaker Python SDK v2 (2.257.6) sends it. */
export function buildAsyncConfig(wishes: AsyncWishes): AsyncInferenceConfig {
  const { maxConcurrent, kmsKeyId, successTopic, errorTopic } = wishes;
  return {
    OutputConfig: {
      S3OutputPath: wishes.outputUri,
      S3FailurePath: wishes.failureUri,
      ...(kmsKeyId && { KmsKeyId: kmsKeyId }),
      ...((successTopic || errorTopic) && {
        NotificationConfig: {
          ...(successTopic && { SuccessTopic: successTopic }),
          ...(errorTopic && { ErrorTopic: errorTopic }),
        },
      }),
    },
    ...(maxConcurrent !== null && { ClientConfig: { MaxConcurrentInvocationsPerInstance: maxConcurrent } }),
  };
}

const MAX_NAME_LENGTH = 63;

/**
 * Where failures go when nobody says, as the SDK fills it in: named after the model, the second and four digits
 * (`unique_name_from_base`, 2.257.6).
 */
export function defaultFailureUri(bucket: string, modelName: string, now: Date, unique: string): string {
  const tail = `-${Math.floor(now.getTime() / 1000)}-${unique}`;
  return `s3://${bucket}/async-endpoint-failures/${modelName.slice(0, MAX_NAME_LENGTH - tail.length)}${tail}`;
}
