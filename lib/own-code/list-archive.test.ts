import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { packTar } from "modern-tar";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { BUCKET } from "@/emulator/testing/s3-client";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { s3Client } from "@/lib/aws/client";
import type { Workspace } from "@/lib/workspaces/view";

import { listArchive } from "./list-archive";

let emulator: TestEmulator;
const workspace: Workspace = {
  id: "local",
  label: "Local",
  region: "us-east-1",
  isEmulator: true,
  endpointUrl: null,
  roleArn: null,
  executionRoleArn: null,
  bucket: BUCKET,
};

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

async function put(key: string, body: Uint8Array): Promise<string> {
  await s3Client(workspace).send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
  return `s3://${BUCKET}/${key}`;
}

test("an archive's files are told, with the text of its code", async () => {
  const files = { "./config.json": "{}", "onnx/model.onnx": "weights", "./code/inference.py": "def model_fn(d): ..." };
  const entries = Object.entries(files).map(([name, body]) => ({
    header: { name, size: body.length, type: "file" as const },
    body,
  }));
  const archive = gzipSync(await packTar(entries));
  expect(await listArchive(workspace, await put("model.tar.gz", archive))).toStrictEqual({
    files: [
      { path: "code/inference.py", bytes: 20 },
      { path: "config.json", bytes: 2 },
      { path: "onnx/model.onnx", bytes: 7 },
    ],
    isWhole: true,
    archiveBytes: archive.length,
    inferencePy: "def model_fn(d): ...",
    requirementsTxt: null,
    configJson: "{}",
  });
});

test("an object that is missing or no archive is refused in words", async () => {
  await expect(listArchive(workspace, `s3://${BUCKET}/none.tar.gz`)).rejects.toMatchObject({
    code: "not-found",
    message: `There is no object at s3://${BUCKET}/none.tar.gz.`,
  });
  const text = await put("text.tar.gz", Buffer.from("plain text"));
  await expect(listArchive(workspace, text)).rejects.toThrow(/no complete tar\.gz/);
});

test("of a large archive the beginning is read in ranges, and never the whole", async () => {
  const weights = randomBytes(400_000);
  const entries = [
    { header: { name: "config.json", size: 2, type: "file" as const }, body: "{}" },
    { header: { name: "model.safetensors", size: weights.length, type: "file" as const }, body: weights },
    { header: { name: "code/inference.py", size: 4, type: "file" as const }, body: "pass" },
  ];
  const archive = gzipSync(await packTar(entries));
  const calls = async () => {
    const answer = (await (await fetch(`${emulator.url}/_emulator/calls`)).json()) as { calls: Record<string, number> };
    return answer.calls["s3 GetObject"] ?? 0;
  };
  const before = await calls();
  const uri = await put("large.tar.gz", archive);
  const listing = await listArchive(workspace, uri, { rangeBytes: 16_000, mostBytes: 64_000 });
  expect(listing).toMatchObject({ isWhole: false, archiveBytes: archive.length, configJson: "{}", inferencePy: null });
  expect(listing.files.map(({ path }) => path)).toStrictEqual(["config.json", "model.safetensors"]);
  const read = (await calls()) - before;
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThanOrEqual(4);

  const small = await put("small.tar.gz", archive);
  const whole = await listArchive(workspace, small, { rangeBytes: 100_000, mostBytes: 500_000 });
  expect(whole).toMatchObject({ isWhole: true, inferencePy: "pass" });
  expect((await calls()) - before - read).toBe(Math.ceil(archive.length / 100_000));
});
