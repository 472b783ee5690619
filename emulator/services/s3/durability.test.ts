import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BUCKET } from "../../testing/s3-client.ts";
import { type SpawnedEmulator, spawnEmulator } from "../../testing/spawn-emulator.ts";

const MIB = 1024 ** 2;

let dataDir: string;
let emulator: SpawnedEmulator;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "emulator-"));
  emulator = await spawnEmulator(dataDir);
});
afterEach(async () => {
  await emulator.kill();
  await rm(dataDir, { recursive: true, force: true });
});

function client(): S3Client {
  const credentials = { accessKeyId: "x", secretAccessKey: "y" };
  return new S3Client({
    endpoint: emulator.url,
    region: "us-east-1",
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
  });
}

test("what was acknowledged is there after kill -9, and nothing else is left on disk", {
  timeout: 120_000,
}, async () => {
  const s3 = client();
  const acknowledged = new Map<string, string>();
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: "resumed" }));
  const upload = { Bucket: BUCKET, Key: "resumed", UploadId };
  const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: "part" }));

  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let round = 0; ; round++) {
      const Key = `writer-${writer}/${round % 7}`;
      const Body = `${writer} ${round} ${"x".repeat(20_000)}`;
      // While a write is under way either content is right, so the key is not checked until it is acknowledged.
      acknowledged.delete(Key);
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
      acknowledged.set(Key, Body);
      if (round === 40) await emulator.kill();
    }
  });
  await Promise.allSettled(writers);

  emulator = await spawnEmulator(dataDir);
  const after = client();
  expect(acknowledged.size).toBeGreaterThan(10);
  for (const [Key, content] of acknowledged) {
    const { Body } = await after.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect(await Body?.transformToString()).toBe(content);
  }
  await after.send(
    new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } }),
  );
  const { KeyCount } = await after.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  await expect.poll(() => filesOnDisk()).toBe(KeyCount);
});

test.skipIf(!existsSync("/proc/self/status"))(
  "100 MB go in and out without being held in memory",
  { timeout: 120_000 },
  async () => {
    const s3 = client();
    const size = 100 * MIB;
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "warm-up", Body: Buffer.alloc(MIB) }));
    const before = peakMemoryMiB();
    await s3.send(
      new PutObjectCommand({ Bucket: BUCKET, Key: "large", Body: Readable.from(chunks(size)), ContentLength: size }),
    );
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: "large" }));
    let received = 0;
    const count = new Writable({
      write(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        done();
      },
    });
    await pipeline(Body as Readable, count);
    expect(received).toBe(size);
    expect(peakMemoryMiB() - before).toBeLessThan(60);
  },
);

function* chunks(size: number): Generator<Buffer> {
  for (let sent = 0; sent < size; sent += MIB) yield Buffer.alloc(MIB, sent / MIB);
}

function peakMemoryMiB(): number {
  const status = readFileSync(`/proc/${emulator.pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

async function filesOnDisk(): Promise<number> {
  const entries = await readdir(join(dataDir, "emulator", "s3"), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
