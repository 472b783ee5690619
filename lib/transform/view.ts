import type { Tag } from "@/lib/deploy/view";

/** The CreateTransformJob call as it goes over the wire, so far as the console sends it. */
export type CreateTransformJobRequest = {
  TransformJobName: string;
  ModelName: string;
  BatchStrategy?: "SingleRecord" | "MultiRecord";
  MaxConcurrentTransforms?: number;
  MaxPayloadInMB?: number;
  ModelClientConfig?: { InvocationsTimeoutInSeconds?: number; InvocationsMaxRetries?: number };
  Environment?: Record<string, string>;
  TransformInput: {
    DataSource: { S3DataSource: { S3DataType: "S3Prefix" | "ManifestFile"; S3Uri: string } };
    ContentType?: string;
    CompressionType?: "Gzip";
    SplitType?: "None" | "Line";
  };
  TransformOutput: { S3OutputPath: string; Accept?: string; AssembleWith?: "None" | "Line"; KmsKeyId?: string };
  TransformResources: { InstanceType: string; InstanceCount: number };
  DataProcessing?: { InputFilter?: string; OutputFilter?: string; JoinSource?: "Input" };
  Tags?: Tag[];
};
