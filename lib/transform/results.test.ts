import { S3Client } from "@aws-sdk/client-s3";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { unpackTar } from "modern-tar";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { BUCKET } from "@/emulator/testing/s3-client";
import { createModel } from "@/emulator/testing/sagemaker-fixtures";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { createTransform, putText, whenOver } from "@/emulator/testing/transform-fixtures";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import type { Workspace } from "@/lib/workspaces/view";

import { downloadAll, downloadOne } from "./download";
import { readTransformFailures } from "./failures";
import { readTransformFiles } from "./files";
import { previewFile } from "./preview";
import { readRecordProgress } from "./records";
import { readTransformJob } from "./service";

// Models run in processes, which start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const RECORDS = 250;
let emulator: TestEmulator;
let workspace: Workspace;
let s3: S3Client;
let sagemaker: SageMakerClient;

const lines = (bad: number | null) =>
  Array.from({ length: RECORDS }, (_, at) =>
    at + 1 === bad ? '{"inputs": "broken' : JSON.stringify({ inputs: `good number ${at + 1}` }),
  ).join("\n");

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  s3 = new S3Client({ ...emulator.sdk, forcePathStyle: true });
  sagemaker = new SageMakerClient(emulator.sdk);
  const { region } = emulator.sdk;
  workspace = {
    id: "test",
    label: "Test",
    region,
    isEmulator: false,
    endpointUrl: emulator.url,
    roleArn: null,
    executionRoleArn: null,
    bucket: BUCKET,
  };
  await createModel(sagemaker, "mood");
  await putText(s3, "in/bad.jsonl", lines(203));
  await putText(s3, "in/good.jsonl", lines(null));
  await createTransform(sagemaker, "job", "mood", { input: "in/", over: { DataProcessing: { JoinSource: "Input" } } });
  await whenOver(sagemaker, "job");
});
afterAll(async () => {
  s3.destroy();
  sagemaker.destroy();
  await emulator.close();
  vi.unstubAllEnvs();
});
beforeEach(() => forgetReads(workspace.id));

const job = () => describeTransformJob(workspace, "job");

test("the job says what its model runs, and which files have results", async () => {
  expect(await readTransformJob(workspace, "job")).toMatchObject({
    status: "Failed",
    model: { source: "afinn-sentiment", task: "text-classification" },
    isJoined: true,
  });
  const { files } = await readTransformFiles(workspace, await job());
  expect(files.map(({ path, output }) => [path, output !== null])).toStrictEqual([
    ["bad.jsonl", false],
    ["good.jsonl", true],
  ]);
});

test("the failed file points to its line, with what the container said", async () => {
  expect(await readTransformFailures(workspace, await job())).toMatchObject([
    {
      path: "bad.jsonl",
      what: "ClientError: 400",
      line: { number: 203, text: '{"inputs": "broken', reason: "It is not valid JSON." },
    },
  ]);
});

test("records are counted by the access log", async () => {
  const { asked, total } = await readRecordProgress(workspace, await job());
  expect(total).toBe(2 * RECORDS);
  // Each of the good file, and those of the other up to and with the bad one.
  expect(asked).toBe(RECORDS + 203);
});

test("results are read page by page beside their inputs, to the end", async () => {
  const numbers: number[] = [];
  let cursor: string | null = "0.0.0";
  while (cursor) {
    const page = await previewFile(workspace, await job(), { path: "good.jsonl", search: "", cursor });
    for (const { number, input, output } of page.rows) {
      numbers.push(number);
      expect(input).toContain(`good number ${number}"`);
      expect(output).toContain(`good number ${number}"`);
      expect(output).toContain("SageMakerOutput");
    }
    cursor = page.cursor;
  }
  expect(numbers).toStrictEqual(Array.from({ length: RECORDS }, (_, at) => at + 1));
});

test("a search finds records by what stands in them", async () => {
  const asked = { path: "good.jsonl", search: "NUMBER 24", cursor: "0.0.0" };
  const { rows, cursor } = await previewFile(workspace, await job(), asked);
  expect(rows.map(({ number }) => number)).toStrictEqual([24, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249]);
  expect(cursor).toBeNull();
});

test("one result or all of them are downloaded; a path that the job did not read is not", async () => {
  const { signal } = new AbortController();
  const one = await downloadOne(workspace, await job(), "good.jsonl", signal);
  expect(one.headers.get("content-disposition")).toContain('filename="good.jsonl.out"');
  const text = await one.text();
  expect(text.trim().split("\n")).toHaveLength(RECORDS);

  const all = await downloadAll(workspace, await job(), signal);
  const entries = await unpackTar(new Uint8Array(await all.arrayBuffer()));
  expect(entries.map(({ header, data }) => [header.name, data?.length])).toStrictEqual([
    ["good.jsonl.out", Buffer.byteLength(text)],
  ]);
  await expect(downloadOne(workspace, await job(), "../secrets", signal)).rejects.toMatchObject({ code: "not-found" });
});
