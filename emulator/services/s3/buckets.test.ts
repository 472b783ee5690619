import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketCorsCommand,
  GetBucketLocationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUCKET, failure, s3Client } from "../../testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

test("the default bucket exists from the start", async () => {
  const { Buckets } = await s3Client(emulator).send(new ListBucketsCommand({}));
  expect(Buckets?.map((bucket) => bucket.Name)).toContain(BUCKET);
});

test("a bucket of another region says so", async () => {
  const s3 = s3Client(emulator, { region: "eu-west-1" });
  await s3.send(new CreateBucketCommand({ Bucket: "sagemaker-eu-west-1-111122223333" }));
  const { LocationConstraint } = await s3.send(
    new GetBucketLocationCommand({ Bucket: "sagemaker-eu-west-1-111122223333" }),
  );
  expect(LocationConstraint).toBe("eu-west-1");
  const { BucketRegion } = await s3.send(new HeadBucketCommand({ Bucket: "sagemaker-eu-west-1-111122223333" }));
  expect(BucketRegion).toBe("eu-west-1");
});

test("creating a bucket twice is refused, except in us-east-1, where AWS lets it pass", async () => {
  const ireland = s3Client(emulator, { region: "eu-west-1" });
  await ireland.send(new CreateBucketCommand({ Bucket: "made-twice" }));
  expect(await failure(ireland.send(new CreateBucketCommand({ Bucket: "made-twice" })))).toStrictEqual({
    code: "BucketAlreadyOwnedByYou",
    status: 409,
  });
  await s3Client(emulator).send(new CreateBucketCommand({ Bucket: BUCKET }));
});

test.each([
  "ab",
  "Upper",
  "under_score",
  "two..dots",
  "10.0.0.1",
  "-hyphen",
  "xn--punycode",
])("%s is not a bucket name", async (name) => {
  expect(await failure(s3Client(emulator).send(new CreateBucketCommand({ Bucket: name })))).toStrictEqual({
    code: "InvalidBucketName",
    status: 400,
  });
});

test("a bucket goes only when it is empty", async () => {
  const s3 = s3Client(emulator);
  await s3.send(new CreateBucketCommand({ Bucket: "to-be-deleted" }));
  await s3.send(new PutObjectCommand({ Bucket: "to-be-deleted", Key: "k", Body: "v" }));
  expect(await failure(s3.send(new DeleteBucketCommand({ Bucket: "to-be-deleted" })))).toStrictEqual({
    code: "BucketNotEmpty",
    status: 409,
  });
});

test("a missing bucket is NoSuchBucket, and a bare 404 for HEAD", async () => {
  const s3 = s3Client(emulator);
  const missing = { Bucket: "nobody-made-this" };
  expect(await failure(s3.send(new GetBucketLocationCommand(missing)))).toStrictEqual({
    code: "NoSuchBucket",
    status: 404,
  });
  expect(await failure(s3.send(new HeadBucketCommand(missing)))).toStrictEqual({ code: "NotFound", status: 404 });
});

test("an operation that the emulator lacks is named", async () => {
  const call = s3Client(emulator).send(new GetBucketCorsCommand({ Bucket: BUCKET }));
  await expect(call).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringContaining("GetBucketCors"),
  });
});

test("another account's bucket is not ours to read", async () => {
  const call = s3Client(emulator).send(new HeadBucketCommand({ Bucket: BUCKET, ExpectedBucketOwner: "999999999999" }));
  expect(await failure(call)).toMatchObject({ status: 403 });
});
