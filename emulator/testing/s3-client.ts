import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import type { TestEmulator } from "./start-test-emulator.ts";

/** Bucket that exists from the first start. */
export const BUCKET = "sagemaker-us-east-1-111122223333";

export function s3Client(emulator: TestEmulator, config: S3ClientConfig = {}): S3Client {
  return new S3Client({ ...emulator.sdk, forcePathStyle: true, maxAttempts: 1, ...config });
}

/** The error that a call ends in: what S3 said, without the SDK's own members. */
export async function failure(call: Promise<unknown>): Promise<{ code: string; status: number | undefined }> {
  try {
    await call;
  } catch (cause) {
    const error = cause as Error & { $metadata?: { httpStatusCode?: number } };
    return { code: error.name, status: error.$metadata?.httpStatusCode };
  }
  throw new Error("The call succeeded.");
}
