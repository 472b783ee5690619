/** The CreateTransformJob call as it goes over the wire, so far as the console sends it. */
export type CreateTransformJobRequest = {
  TransformJobName: string;
  ModelName: string;
  BatchStrategy?: "SingleRecord" | "MultiRecord";
  MaxConcurrentTransforms?: number;
  MaxPayloadInMB?: number;
  TransformInput: {
    DataSource: { S3DataSource: { S3DataType: "S3Prefix" | "ManifestFile"; S3Uri: string } };
    ContentType?: string;
    SplitType?: "None" | "Line";
  };
  TransformOutput: { S3OutputPath: string; Accept?: string; AssembleWith?: "None" | "Line" };
  TransformResources: { InstanceType: string; InstanceCount: number };
};
