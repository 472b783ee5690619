import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { s3Client } from "@/lib/aws/client";
import { forgetReads } from "@/lib/aws/read-cache";
import { listObjects } from "@/lib/aws/s3/list-objects";
import { headObject } from "@/lib/aws/s3/read-object";
import { completeMultipartUpload, createMultipartUpload, putObject, uploadPart } from "@/lib/aws/s3/upload";
import type { Workspace } from "@/lib/workspaces/view";

import { readPart } from "./read-part";
import { downloadObject, previewObject } from "./send-object";
import { findBuckets } from "./service";

let emulator: TestEmulator;
const workspace: Workspace = {
  id: "local",
  label: "Local",
  region: "us-east-1",
  isEmulator: true,
  endpointUrl: null,
  roleArn: null,
  executionRoleArn: null,
  bucket: "own-bucket",
};
const bucket = "data-bucket";
const put = (key: string, text: string) =>
  s3Client(workspace).send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text }));

async function plan(operation: string): Promise<void> {
  const error = { type: "AccessDenied", message: "Access Denied", status: 403 };
  const body = JSON.stringify({ service: "s3", operation, error });
  await fetch(`${emulator.url}/_emulator/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
}

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
  await s3Client(workspace).send(new CreateBucketCommand({ Bucket: bucket }));
});
afterAll(() => emulator.close());

test("a folder shows what lies deeper before its objects, and not the mark of itself", async () => {
  await Promise.all([put("train/", ""), put("train/a.csv", "a,b\n"), put("train/more/b.csv", "x")]);
  const { entries, next } = await listObjects(workspace, { bucket, prefix: "train/" });
  expect(entries).toMatchObject([
    { kind: "prefix", key: "train/more/" },
    { kind: "object", key: "train/a.csv", bytes: 4 },
  ]);
  expect(next).toBeNull();
});

test("a folder of more than 1,000 objects comes in pages, each once", async () => {
  const keys = Array.from({ length: 1_010 }, (_, index) => `many/${String(index).padStart(4, "0")}`);
  for (let at = 0; at < keys.length; at += 100) await Promise.all(keys.slice(at, at + 100).map((key) => put(key, "")));
  const first = await listObjects(workspace, { bucket, prefix: "many/" });
  const second = await listObjects(workspace, { bucket, prefix: "many/", token: first.next ?? "" });
  expect([...first.entries, ...second.entries].map(({ key }) => key)).toStrictEqual(keys);
  expect(second.next).toBeNull();
}, 60_000);

test("who may not list buckets is told so, and still gets the workspace's own", async () => {
  await plan("ListBuckets");
  expect(await findBuckets(workspace)).toMatchObject({
    buckets: [],
    own: "own-bucket",
    problem: { code: "forbidden", message: "Access Denied", requestId: expect.stringMatching(/./) },
  });
  forgetReads(workspace.id);
  expect(await findBuckets(workspace)).toMatchObject({
    buckets: [{ name: bucket }, { name: "sagemaker-us-east-1-111122223333" }],
    problem: null,
  });
});

test("a bucket that is not there, and one that may not be listed, say so in S3's words", async () => {
  await expect(listObjects(workspace, { bucket: "no-such-bucket", prefix: "" })).rejects.toMatchObject({
    problem: { code: "not-found", awsCode: "NoSuchBucket" },
  });
  await plan("ListObjectsV2");
  await expect(listObjects(workspace, { bucket, prefix: "" })).rejects.toMatchObject({
    problem: { code: "forbidden", awsCode: "AccessDenied" },
  });
});

test("a page of HTML is shown as text only, of a long text the beginning, and a download is all of it", async () => {
  await put("page.html", "<script>alert(1)</script>");
  await put("long.txt", "x".repeat(100_000));
  const { signal } = new AbortController();
  const page = await previewObject(workspace, { bucket, key: "page.html" }, signal);
  expect(page.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("content-security-policy")).toContain("sandbox");
  expect(await page.text()).toBe("<script>alert(1)</script>");

  const beginning = await previewObject(workspace, { bucket, key: "long.txt" }, signal);
  expect((await beginning.text()).length).toBe(64 * 1024);
  const whole = await downloadObject(workspace, { bucket, key: "long.txt" }, signal);
  expect(whole.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''long.txt");
  expect((await whole.text()).length).toBe(100_000);
});

test("nothing is written over unless that was asked for, in one piece or in parts", async () => {
  const key = "precious.txt";
  await put(key, "first");
  const second = { body: Buffer.from("second one"), contentType: "text/plain" };
  await expect(putObject(workspace, { bucket, key }, { ...second, isNew: true })).rejects.toMatchObject({
    problem: { code: "conflict", awsCode: "PreconditionFailed" },
  });
  const uploadId = await createMultipartUpload(workspace, { bucket, key });
  const part = await uploadPart(workspace, { bucket, key }, uploadId, 1, Buffer.from("in parts"));
  await expect(completeMultipartUpload(workspace, { bucket, key }, uploadId, [part], true)).rejects.toMatchObject({
    problem: { code: "conflict" },
  });
  expect(await headObject(workspace, { bucket, key })).toMatchObject({ bytes: 5 });
  await putObject(workspace, { bucket, key }, { ...second, isNew: false });
  expect(await headObject(workspace, { bucket, key })).toMatchObject({ bytes: 10 });
});

test("a part that was cut on its way is not taken for whole", async () => {
  const body = () => new Response("12345").body;
  expect(Buffer.from(await readPart(body(), 5)).toString()).toBe("12345");
  await expect(readPart(body(), 6)).rejects.toMatchObject({ problem: { code: "unavailable" } });
  await expect(readPart(body(), 9 * 1024 * 1024)).rejects.toMatchObject({ problem: { code: "too-large" } });
});
