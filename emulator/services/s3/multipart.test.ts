import { createHash, randomBytes } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUCKET, failure, s3Client } from "../../testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const MIB = 1024 ** 2;

let emulator: TestEmulator;
let s3: ReturnType<typeof s3Client>;
beforeAll(async () => {
  emulator = await startTestEmulator();
  s3 = s3Client(emulator);
});
afterAll(() => emulator.close());

async function begin(Key: string, more: Partial<CreateMultipartUploadCommandInput> = {}) {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key, ...more }));
  return { Bucket: BUCKET, Key, UploadId };
}
type Upload = Awaited<ReturnType<typeof begin>>;

async function part(upload: Upload, PartNumber: number, Body: Buffer) {
  const { ETag, ChecksumCRC32 } = await s3.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
  return { PartNumber, ETag, ChecksumCRC32 };
}

const complete = (upload: Upload, Parts: Awaited<ReturnType<typeof part>>[]) =>
  s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));

async function bytes(Key: string, more = {}) {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key, ...more }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

test("parts sent at once and out of order become one object, ETag and checksum as S3 computes them", {
  timeout: 30_000,
}, async () => {
  const data = [randomBytes(5 * MIB), randomBytes(5 * MIB), randomBytes(1000)];
  const upload = await begin("model.tar.gz", { ChecksumAlgorithm: "CRC32", Metadata: { kept: "yes" } });
  const parts = await Promise.all(data.map((piece, index) => part(upload, index + 1, piece)).reverse());
  const done = await complete(upload, parts.reverse());

  const md5s = Buffer.concat(data.map((piece) => createHash("md5").update(piece).digest()));
  expect(done.ETag).toBe(`"${createHash("md5").update(md5s).digest("hex")}-3"`);
  expect(done.ChecksumCRC32).toMatch(/-3$/);
  expect((await bytes("model.tar.gz")).equals(Buffer.concat(data))).toBe(true);
  expect((await bytes("model.tar.gz", { PartNumber: 2 })).equals(data[1] ?? Buffer.alloc(0))).toBe(true);
  const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: "model.tar.gz", PartNumber: 3 }));
  expect(head).toMatchObject({ PartsCount: 3, ContentLength: 1000, Metadata: { kept: "yes" } });
});

test("a checksum of the whole object is computed when asked for", async () => {
  const data = [randomBytes(5 * MIB), randomBytes(10)];
  const upload = await begin("whole", { ChecksumAlgorithm: "CRC32", ChecksumType: "FULL_OBJECT" });
  const parts = [await part(upload, 1, data[0] ?? Buffer.alloc(0)), await part(upload, 2, data[1] ?? Buffer.alloc(0))];
  const { ChecksumCRC32 } = await complete(upload, parts);
  const plain = await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "plain", Body: Buffer.concat(data) }));
  expect(ChecksumCRC32).toBe(plain.ChecksumCRC32);
});

test("a small part in the middle, a wrong ETag, a wrong order and an unknown upload are refused", async () => {
  const upload = await begin("refused");
  const first = await part(upload, 1, Buffer.from("small"));
  const second = await part(upload, 2, Buffer.from("last"));
  expect(await failure(complete(upload, [first, second]))).toMatchObject({ code: "EntityTooSmall", status: 400 });
  expect(await failure(complete(upload, [{ ...first, ETag: second.ETag }]))).toMatchObject({ code: "InvalidPart" });
  expect(await failure(complete(upload, [second, first]))).toMatchObject({ code: "InvalidPartOrder" });
  expect(await failure(complete({ ...upload, UploadId: "none" }, [first]))).toStrictEqual({
    code: "NoSuchUpload",
    status: 404,
  });
  expect(await failure(part(upload, 10_001, Buffer.from("x")))).toMatchObject({ code: "InvalidArgument" });
  expect(await failure(s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: "refused" })))).toMatchObject({
    status: 404,
  });
});

test("unfinished uploads and their parts can be listed, page by page, until they are aborted", async () => {
  const upload = await begin("pending/one");
  for (const number of [1, 2, 3]) await part(upload, number, Buffer.from(`part ${number}`));
  const page = await s3.send(new ListPartsCommand({ ...upload, MaxParts: 2 }));
  expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: "2" });
  const rest = await s3.send(new ListPartsCommand({ ...upload, PartNumberMarker: page.NextPartNumberMarker }));
  expect(rest.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toStrictEqual([[3, 6]]);

  const listed = () => s3.send(new ListMultipartUploadsCommand({ Bucket: BUCKET, Prefix: "pending/" }));
  expect((await listed()).Uploads?.map(({ UploadId }) => UploadId)).toStrictEqual([upload.UploadId]);
  await s3.send(new AbortMultipartUploadCommand(upload));
  expect((await listed()).Uploads).toBeUndefined();
  expect(await failure(part(upload, 4, Buffer.from("late")))).toMatchObject({ code: "NoSuchUpload" });
});

test("a part may be a range of another object", async () => {
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "digits", Body: "0123456789" }));
  const upload = await begin("copied");
  const { CopyPartResult } = await s3.send(
    new UploadPartCopyCommand({
      ...upload,
      PartNumber: 1,
      CopySource: `${BUCKET}/digits`,
      CopySourceRange: "bytes=2-4",
    }),
  );
  await complete(upload, [{ PartNumber: 1, ETag: CopyPartResult?.ETag, ChecksumCRC32: undefined }]);
  expect((await bytes("copied")).toString()).toBe("234");
});

test("of two that complete an upload at the same time, the object is whole and the second is told", {
  timeout: 30_000,
}, async () => {
  const upload = await begin("twice");
  const only = await part(upload, 1, randomBytes(6 * MIB));
  const outcomes = await Promise.allSettled([complete(upload, [only]), complete(upload, [only])]);
  expect(outcomes.map(({ status }) => status).toSorted()).toStrictEqual(["fulfilled", "rejected"]);
  expect(await bytes("twice")).toHaveLength(6 * MIB);
});
