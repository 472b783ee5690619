import { Readable } from "node:stream";
import {
  ChecksumAlgorithm,
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUCKET, failure, s3Client } from "../../testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let s3: ReturnType<typeof s3Client>;
beforeAll(async () => {
  emulator = await startTestEmulator();
  s3 = s3Client(emulator);
});
afterAll(() => emulator.close());

const at = (Key: string) => ({ Bucket: BUCKET, Key });
const put = (key: string, Body: string | Buffer, more = {}) =>
  s3.send(new PutObjectCommand({ ...at(key), Body, ...more }));
const text = async (key: string, more = {}) =>
  (await s3.send(new GetObjectCommand({ ...at(key), ...more }))).Body?.transformToString();

test.each([
  "../../etc/passwd",
  "%2e%2e/x",
  "a b/é+%.txt",
  "/leading",
  "//two",
  "endpoints/x/invocations",
  "日本/🎉",
  "a&<>\"'",
])("an object may be called %s", async (key) => {
  await put(key, key);
  expect(await text(key)).toBe(key);
  await s3.send(new DeleteObjectCommand(at(key)));
  expect(await failure(s3.send(new GetObjectCommand(at(key))))).toStrictEqual({ code: "NoSuchKey", status: 404 });
});

test("what was said about an object comes back with it", async () => {
  const said = {
    ContentType: "text/csv",
    CacheControl: "no-store",
    ContentDisposition: "attachment",
    ContentEncoding: "gzip",
    Metadata: { owner: "me" },
  };
  const { ETag } = await put("described", "1,2", said);
  const head = await s3.send(new HeadObjectCommand(at("described")));
  expect(head).toMatchObject({ ...said, ETag, ContentLength: 3 });
  expect(ETag).toMatch(/^"[0-9a-f]{32}"$/);
});

test("a stream of known length arrives without its chunk framing", async () => {
  await s3.send(
    new PutObjectCommand({ ...at("streamed"), Body: Readable.from(["hello ", "world"]), ContentLength: 11 }),
  );
  expect(await text("streamed")).toBe("hello world");
});

test.each(
  Object.values(ChecksumAlgorithm).filter((name) => /^(CRC32C?|SHA1|SHA256|CRC64NVME)$/.test(name)),
)("a %s checksum is computed, kept and returned", async (algorithm) => {
  const sent = await put(`sum-${algorithm}`, "hello", { ChecksumAlgorithm: algorithm });
  const value = sent[`Checksum${algorithm}` as keyof typeof sent];
  expect(value).toBeTruthy();
  const head = await s3.send(new HeadObjectCommand({ ...at(`sum-${algorithm}`), ChecksumMode: "ENABLED" }));
  expect(head[`Checksum${algorithm}` as keyof typeof head]).toBe(value);
  expect(await text(`sum-${algorithm}`, { ChecksumMode: "ENABLED" })).toBe("hello");
});

test("a wrong checksum or MD5 is refused and nothing is stored", async () => {
  expect(await failure(put("bad", "hello", { ChecksumSHA256: Buffer.alloc(32).toString("base64") }))).toStrictEqual({
    code: "BadDigest",
    status: 400,
  });
  expect(await failure(put("bad", "hello", { ContentMD5: Buffer.alloc(16).toString("base64") }))).toStrictEqual({
    code: "BadDigest",
    status: 400,
  });
  expect(await failure(s3.send(new HeadObjectCommand(at("bad"))))).toStrictEqual({ code: "NotFound", status: 404 });
});

test.each([
  ["bytes=0-3", "0123", "bytes 0-3/10"],
  ["bytes=7-", "789", "bytes 7-9/10"],
  ["bytes=-2", "89", "bytes 8-9/10"],
  ["bytes=8-99", "89", "bytes 8-9/10"],
])("range %s gives %s", async (Range, expected, contentRange) => {
  await put("digits", "0123456789");
  const answer = await s3.send(new GetObjectCommand({ ...at("digits"), Range }));
  expect(await answer.Body?.transformToString()).toBe(expected);
  expect(answer.ContentRange).toBe(contentRange);
});

test("a range behind the end cannot be satisfied", async () => {
  await put("digits", "0123456789");
  const call = s3.send(new GetObjectCommand({ ...at("digits"), Range: "bytes=10-" }));
  expect(await failure(call)).toStrictEqual({ code: "InvalidRange", status: 416 });
});

test("reads obey their conditions", async () => {
  const { ETag } = await put("conditional", "v1");
  expect(await text("conditional", { IfMatch: ETag })).toBe("v1");
  expect(await failure(text("conditional", { IfMatch: '"other"' }))).toStrictEqual({
    code: "PreconditionFailed",
    status: 412,
  });
  expect(await failure(text("conditional", { IfNoneMatch: ETag }))).toMatchObject({ status: 304 });
  expect(await failure(text("conditional", { IfModifiedSince: new Date(emulator.clock.now()) }))).toMatchObject({
    status: 304,
  });
});

test("a conditional write creates once and replaces only what it has seen", async () => {
  const { ETag } = await put("lock", "v1", { IfNoneMatch: "*" });
  expect(await failure(put("lock", "v2", { IfNoneMatch: "*" }))).toMatchObject({ code: "PreconditionFailed" });
  await put("lock", "v2", { IfMatch: ETag });
  expect(await failure(put("lock", "v3", { IfMatch: ETag }))).toMatchObject({ code: "PreconditionFailed" });
  expect(await text("lock")).toBe("v2");
});

test("of many writers that all want to create, one does", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, writer) => put("race", `writer ${writer}`, { IfNoneMatch: "*" })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a copy has the bytes and, unless replaced, the metadata of its source", async () => {
  await put("source é+", "copied", { Metadata: { a: "1" }, ContentType: "text/plain" });
  const CopySource = `${BUCKET}/${encodeURIComponent("source é+")}`;
  await s3.send(new CopyObjectCommand({ ...at("copy"), CopySource }));
  await s3.send(
    new CopyObjectCommand({ ...at("copy2"), CopySource, MetadataDirective: "REPLACE", Metadata: { b: "2" } }),
  );
  await s3.send(new DeleteObjectCommand(at("source é+")));
  expect(await text("copy")).toBe("copied");
  expect((await s3.send(new HeadObjectCommand(at("copy")))).Metadata).toStrictEqual({ a: "1" });
  expect((await s3.send(new HeadObjectCommand(at("copy2")))).Metadata).toStrictEqual({ b: "2" });
  const ontoItself = s3.send(new CopyObjectCommand({ ...at("copy"), CopySource: `${BUCKET}/copy` }));
  expect(await failure(ontoItself)).toStrictEqual({ code: "InvalidRequest", status: 400 });
});

test("a thousand keys are deleted at once, also those with characters that XML must escape", {
  timeout: 30_000,
}, async () => {
  const keys = Array.from({ length: 1000 }, (_, index) => `many/&<>"'/${index}`);
  for (let from = 0; from < 5; from++) await put(keys[from] ?? "", "x");
  const { Deleted, Errors } = await s3.send(
    new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: keys.map((Key) => ({ Key })) } }),
  );
  expect(Deleted?.map(({ Key }) => Key)).toStrictEqual(keys);
  expect(Errors).toBeUndefined();
  expect(await failure(s3.send(new HeadObjectCommand(at(keys[0] ?? ""))))).toMatchObject({ status: 404 });
});

test("tags and attributes can be asked for", async () => {
  await put("tagged", "hello", { Tagging: "team=nlp" });
  await s3.send(new PutObjectTaggingCommand({ ...at("tagged"), Tagging: { TagSet: [{ Key: "a", Value: "b & c" }] } }));
  const { TagSet } = await s3.send(new GetObjectTaggingCommand(at("tagged")));
  expect(TagSet).toStrictEqual([{ Key: "a", Value: "b & c" }]);
  const attributes = await s3.send(
    new GetObjectAttributesCommand({ ...at("tagged"), ObjectAttributes: ["ETag", "ObjectSize", "Checksum"] }),
  );
  expect(attributes).toMatchObject({ ObjectSize: 5, ETag: "5d41402abc4b2a76b9719d911017c592" });
});

test("a key of more than 1024 bytes is too long", async () => {
  expect(await failure(put("é".repeat(513), "x"))).toStrictEqual({ code: "KeyTooLongError", status: 400 });
});

test("what cannot stand in a header is refused, or encoded, and never breaks the answer", async () => {
  await put("text", "hello");
  const override = text("text", { ResponseContentDisposition: 'attachment; filename="🎉"' });
  expect(await failure(override)).toStrictEqual({ code: "InvalidArgument", status: 400 });
  const query = "AWSAccessKeyId=x&Signature=y&Expires=99999999999&x-amz-meta-note=%F0%9F%8E%89";
  expect((await fetch(`${emulator.url}/${BUCKET}/noted?${query}`, { method: "PUT", body: "" })).status).toBe(200);
  const { Metadata } = await s3.send(new HeadObjectCommand(at("noted")));
  expect(Metadata).toStrictEqual({ note: "=?UTF-8?B?8J+OiQ==?=" });
});
