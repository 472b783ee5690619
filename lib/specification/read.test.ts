import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference.ts";
import { needs } from "@/emulator/testing/needs";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { forgetReads } from "@/lib/aws/read-cache";
import { boto3Program } from "@/lib/code-export/program/boto3";
import { endpointExport } from "@/lib/code-export/program/endpoint-export";
import { pythonSdkV3Program } from "@/lib/code-export/program/python-sdk-v3";
import { runProgram } from "@/lib/code-export/testing/run-program";
import { MASK } from "@/lib/secrets/mask";
import type { Workspace } from "@/lib/workspaces/view";

import { readEndpointCode, readSpecification } from "./read";
import { hostingEndpoint } from "./testing/hosting-endpoint";
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

const ENDPOINTS = [
  { what: "an endpoint", name: "reviews", calls: richEndpoint(), token: RICH_TOKEN },
  {
    what: "an endpoint that hosts components",
    name: "shared",
    calls: hostingEndpoint("shared", RICH_TOKEN),
    token: RICH_TOKEN,
  },
];
const LANGUAGES = [
  { language: "boto3", write: boto3Program },
  { language: "SDK v3", write: pythonSdkV3Program },
];

describe.each(LANGUAGES)("the $language program", ({ write }) => {
  test.for(ENDPOINTS)("of $what makes an equal one", async ({ name, calls, token }, context) => {
    await needs(context, "boto3", "python3", "-c", "import boto3");
    const made = await runProgram(write(endpointExport(calls, "us-east-1")), emulator.url, {});
    forgetReads(workspace.id);
    const first = await readSpecification(workspace, name);
    expect(first.calls).toStrictEqual(calls);

    const shown = await readEndpointCode(workspace, name);
    expect(shown.unread).toStrictEqual([]);
    expect(JSON.stringify(shown)).not.toContain(token);
    expect(JSON.stringify(shown)).toContain(`"HF_TOKEN":"${MASK}"`);

    await made.cleanUp();
    await expect(readSpecification(workspace, name)).rejects.toMatchObject({ code: "not-found" });
    const again = await runProgram(write(endpointExport(shown.calls, "us-east-1")), emulator.url, {});
    forgetReads(workspace.id);
    expect(await readSpecification(workspace, name)).toStrictEqual(first);
    await again.cleanUp();
  });
});
