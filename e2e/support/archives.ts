import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

import { E2E } from "./settings";

const BUCKET = "archives-of-specs";
const s3 = new S3Client({
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
  forcePathStyle: true,
});

/** Puts a tar.gz of these files into the emulator's S3; returns its address. */
export async function putArchive(name: string, files: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const archive = `${folder}.tar.gz`;
  execFileSync("tar", ["-czf", archive, "-C", folder, "."]);
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const key = `${name}/model.tar.gz`;
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: readFileSync(archive) }));
  rmSync(folder, { recursive: true });
  rmSync(archive);
  return `s3://${BUCKET}/${key}`;
}
