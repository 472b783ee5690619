import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import {
  CreateTransformJobCommand,
  type CreateTransformJobCommandInput,
  DescribeTransformJobCommand,
  type DescribeTransformJobCommandOutput,
  type SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { vi } from "vitest";
import { BUCKET } from "./s3-client.ts";

export type TransformWishes = {
  /** Below the bucket. */
  input: string;
  contentType?: string;
  split?: "None" | "Line";
  s3DataType?: "S3Prefix" | "ManifestFile";
  compression?: "None" | "Gzip";
  accept?: string;
  assemble?: "None" | "Line";
  over?: Partial<CreateTransformJobCommandInput>;
};

export function putText(s3: S3Client, key: string, body: string | Uint8Array) {
  return s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
}

export async function textOf(s3: S3Client, key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
  return Body?.transformToString() ?? "";
}

export async function keysBelow(s3: S3Client, prefix: string): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }));
  return Contents.map(({ Key = "" }) => Key);
}

/** A job over the model of the same name, whose output goes below `out/<job>`. */
export function createTransform(client: SageMakerClient, name: string, model: string, wishes: TransformWishes) {
  const { input, contentType = "application/json", split = "Line", s3DataType = "S3Prefix", compression } = wishes;
  return client.send(
    new CreateTransformJobCommand({
      TransformJobName: name,
      ModelName: model,
      BatchStrategy: "SingleRecord",
      TransformInput: {
        DataSource: { S3DataSource: { S3DataType: s3DataType, S3Uri: `s3://${BUCKET}/${input}` } },
        ContentType: contentType,
        SplitType: split,
        CompressionType: compression,
      },
      TransformOutput: {
        S3OutputPath: `s3://${BUCKET}/out/${name}`,
        Accept: wishes.accept,
        AssembleWith: wishes.assemble ?? "Line",
      },
      TransformResources: { InstanceType: "ml.m5.xlarge", InstanceCount: 1 },
      ...wishes.over,
    }),
  );
}

/** The job as soon as it is over; models run in real time. */
export function whenOver(client: SageMakerClient, name: string): Promise<DescribeTransformJobCommandOutput> {
  return vi.waitFor(
    async () => {
      const job = await client.send(new DescribeTransformJobCommand({ TransformJobName: name }));
      if (!job.TransformEndTime) throw new Error(`${name} is ${job.TransformJobStatus}.`);
      return job;
    },
    { timeout: 30_000, interval: 50 },
  );
}
