/** The part of CreateEndpointConfig that makes an endpoint answer through S3. */
export type AsyncInferenceConfig = {
  OutputConfig: {
    S3OutputPath: string;
    S3FailurePath: string;
    KmsKeyId?: string;
    NotificationConfig?: { SuccessTopic?: string; ErrorTopic?: string };
  };
  ClientConfig?: { MaxConcurrentInvocationsPerInstance: number };
};
