import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { ListMultipartUploadsCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { Header } from "tar";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { s3Client } from "@/lib/aws/client";
import type { Workspace } from "@/lib/workspaces/view";

import { uploadArchive } from "./service";

let emulator: TestEmulator;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

let made = 0;
beforeEach(() => {
  made += 1;
  workspace = {
    id: "local",
    label: "Local",
    region: "us-east-1",
    isEmulator: true,
    endpointUrl: null,
    roleArn: null,
    executionRoleArn: null,
    bucket: made === 1 ? null : "sagemaker-us-east-1-111122223333",
  };
});

/** A tar of one file, gzipped; random content, so that it stays as large as it is. */
function archive(bytes: number): Buffer {
  const header = Buffer.alloc(512);
  new Header({ path: "model.bin", size: bytes, type: "File", mode: 0o644 }).encode(header, 0);
  return gzipSync(Buffer.concat([header, randomBytes(bytes), Buffer.alloc(1024 + ((512 - (bytes % 512)) % 512))]));
}

function stream(content: Uint8Array, chunk = 64 * 1024): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= content.byteLength) return controller.close();
      controller.enqueue(content.subarray(at, at + chunk));
      at += chunk;
    },
  });
}

test("an archive of several parts arrives whole, in the account's default bucket", async () => {
  const content = archive(20 * 1024 * 1024);
  const { s3Uri, bytes } = await uploadArchive(workspace, "my model.tar.gz", stream(content));
  expect(s3Uri).toMatch(/^s3:\/\/sagemaker-us-east-1-111122223333\/uploads\/[\w-]+\/my-model\.tar\.gz$/);
  expect(bytes).toBe(content.byteLength);

  const listed = await s3Client(workspace).send(
    new ListObjectsV2Command({ Bucket: "sagemaker-us-east-1-111122223333", Prefix: "uploads/" }),
  );
  expect(listed.Contents?.map((object) => object.Size)).toStrictEqual([content.byteLength]);
});

test.each([
  ["no gzip at all", Buffer.from("hello, this is a text file"), /not a complete .tar.gz/],
  ["two bytes long", Buffer.from("no"), /not a complete .tar.gz/],
  ["cut off", archive(300_000).subarray(0, 200_000), /not a complete .tar.gz/],
  ["gzip without a tar in it", gzipSync(Buffer.from("just text")), /no tar archive in it/],
  ["empty", Buffer.alloc(0), /empty/],
])("a file that is %s is refused, and nothing of it stays in S3", async (_, content, message) => {
  await expect(uploadArchive(workspace, "model.tar.gz", stream(content))).rejects.toThrow(message);
  const left = await s3Client(workspace).send(
    new ListMultipartUploadsCommand({ Bucket: "sagemaker-us-east-1-111122223333" }),
  );
  expect(left.Uploads ?? []).toStrictEqual([]);
});

test("an upload that breaks off leaves nothing behind", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(archive(100_000));
      controller.error(new Error("the browser is gone"));
    },
  });
  await expect(uploadArchive(workspace, "model.tar.gz", broken)).rejects.toThrow("stopped before the file was whole");
});
