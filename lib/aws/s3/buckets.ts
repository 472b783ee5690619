import "server-only";
import { BucketLocationConstraint, CreateBucketCommand, HeadBucketCommand } from "@aws-sdk/client-s3";

import { AppError } from "@/lib/errors";

import { type AwsTarget, s3Client } from "../client";
import { toAppError } from "../errors";

/** True when the bucket exists and the console may use it. */
export async function bucketExists(target: AwsTarget, bucket: string): Promise<boolean> {
  try {
    await s3Client(target).send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === "not-found") return false;
    throw isWordless(error) ? new AppError(error.code, `The bucket ${bucket} cannot be used.`, error.problem) : error;
  }
}

/** Makes a bucket in the workspace's region. */
export async function createBucket(target: AwsTarget, bucket: string): Promise<void> {
  // us-east-1 is where buckets are made when nothing is said, and S3 refuses to have it said.
  const place = Object.values(BucketLocationConstraint).find((region) => region === target.region);
  try {
    await s3Client(target).send(
      new CreateBucketCommand({
        Bucket: bucket,
        ...(place && { CreateBucketConfiguration: { LocationConstraint: place } }),
      }),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}

// HEAD answers have no body, so S3 cannot say why.
const isWordless = (error: AppError) => error.message === "" || error.message === "UnknownError";
