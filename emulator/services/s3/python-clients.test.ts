import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needs } from "../../testing/needs.ts";
import { BUCKET } from "../../testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const run = promisify(execFile);
const CHECKS = fileURLToPath(new URL("../../testing/s3_checks.py", import.meta.url));

let emulator: TestEmulator;
let folder: string;
beforeAll(async () => {
  emulator = await startTestEmulator();
  folder = await mkdtemp(join(tmpdir(), "clients-"));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

test("boto3 works unchanged", { timeout: 120_000 }, async (context) => {
  await needs(context, "boto3", "python3", "-c", "import boto3");
  const { stdout } = await run("python3", [CHECKS, emulator.url]);
  expect(stdout).toBe("ok\n");
});

test("the AWS CLI works unchanged", { timeout: 240_000 }, async (context) => {
  await needs(context, "The AWS CLI", "aws", "--version");
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: "AKIDEMULATOR",
    AWS_SECRET_ACCESS_KEY: "emulator",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
  };
  // The option, not AWS_ENDPOINT_URL: older versions do not know the variable.
  const aws = async (...args: string[]) =>
    (await run("aws", ["--endpoint-url", emulator.url, ...args], { env })).stdout;
  const file = join(folder, "a b é.bin");
  const content = Buffer.alloc(9 * 1024 ** 2 + 1, "content");
  await writeFile(file, content);

  await aws("s3", "mb", "s3://made-by-cli");
  await aws("s3", "cp", file, "s3://made-by-cli/folder/");
  expect(await aws("s3", "ls", "s3://made-by-cli/folder/")).toContain("9437185 a b é.bin");
  await aws("s3", "cp", "s3://made-by-cli/folder/a b é.bin", join(folder, "back"));
  expect((await readFile(join(folder, "back"))).equals(content)).toBe(true);
  await aws("s3", "sync", "s3://made-by-cli/folder", `s3://${BUCKET}/synced`);
  expect(await aws("s3", "ls", `s3://${BUCKET}/synced/`)).toContain("9437185 a b é.bin");
  await aws("s3", "rb", "--force", "s3://made-by-cli");
  expect(JSON.parse(await aws("sts", "get-caller-identity", "--output", "json")).Account).toBe("111122223333");
});
