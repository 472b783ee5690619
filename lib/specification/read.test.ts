import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference.ts";
import { needs } from "@/emulator/testing/needs";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { boto3Program } from "@/lib/code-export/program/boto3";
import { endpointExport } from "@/lib/code-export/program/endpoint-export";
import { runProgram } from "@/lib/code-export/testing/run-program";
import { MASK } from "@/lib/secrets/mask";
import type { Workspace } from "@/lib/workspaces/view";

import { readEndpointCode, readSpecification } from "./read";
import { RICH_TOKEN, richEndpoint } from "./testing/rich-endpoint";

vi.setConfig({ testTimeout: 90_000 });

const root = mkdtempSync(join(tmpdir(), "console-specification-"));
let emulator: TestEmulator;
let workspace: Workspace;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  vi.stubEnv("HF_TOKEN", RICH_TOKEN);
  emulator = await startTestEmulator({ inference: instantInference() });
  workspace = {
    id: "specification-test",
    label: "Test",
    region: emulator.sdk.region,
    executionRoleArn: null,
    bucket: null,
    roleArn: null,
    endpointUrl: emulator.url,
    isEmulator: false,
  };
});
afterAll(async () => {
  await emulator.close();
  rmSync(root, { recursive: true });
  vi.unstubAllEnvs();
});

test("the boto3 program of an endpoint makes an equal one", async (context) => {
  await needs(context, "boto3", "python3", "-c", "import boto3");
  const made = await runProgram(boto3Program(endpointExport(richEndpoint(), "us-east-1")), emulator.url, {});
  const first = await readSpecification(workspace, "reviews");
  expect(first.calls).toStrictEqual(richEndpoint());

  const shown = await readEndpointCode(workspace, "reviews");
  expect(shown.unread).toStrictEqual([]);
  expect(JSON.stringify(shown)).not.toContain(RICH_TOKEN);
  expect(shown.calls[0]?.input).toMatchObject({ PrimaryContainer: { Environment: { HF_TOKEN: MASK } } });

  await made.cleanUp();
  await expect(readSpecification(workspace, "reviews")).rejects.toMatchObject({ code: "not-found" });
  const again = await runProgram(boto3Program(endpointExport(shown.calls, "us-east-1")), emulator.url, {});
  expect(await readSpecification(workspace, "reviews")).toStrictEqual(first);
  await again.cleanUp();
});
