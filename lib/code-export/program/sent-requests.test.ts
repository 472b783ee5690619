import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, type TestContext, test } from "vitest";

import { serviceModel } from "@/emulator/constraints/shapes";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";
import { dumps } from "@/lib/training/python-json";

import { exportedEndpoint, exportedHost } from "../testing/exported-endpoint";
import { exportedJob } from "../testing/exported-job";
import { ALL_EDITIONS, exportedRecipe } from "../testing/exported-recipe";
import { sentBySdkV3 } from "../testing/sent-by-sdk-v3";
import { boto3Program } from "./boto3";
import { makingOf, removingOf } from "./calls-of";
import { pythonSdkV3Program } from "./python-sdk-v3";
import { scriptFolder } from "./python-source";
import { scriptUri } from "./script-uri";
import { SDK_V3_SHAPES } from "./sdk-v3-shapes";
import type { ProgramExport } from "./view";

const RECORDER = fileURLToPath(new URL("../testing/record_calls.py", import.meta.url));
const TOKEN = "a token of the shell";

type Recorded = { service: string; operation: string; input: Record<string, unknown> };
const EXPORTS: Record<string, (wanted: ProgramExport) => string> = { boto3: boto3Program, v3: pythonSdkV3Program };

const PROGRAMS: Record<string, ProgramExport> = {
  ...Object.fromEntries(
    ALL_EDITIONS.map(([id, edition]) => [`recipe ${id} (${edition})`, exportedRecipe(id, edition)]),
  ),
  "a job of the form": exportedJob(),
  "an endpoint": exportedEndpoint(),
  "an endpoint of components": exportedHost(),
  "a job without a network": exportedJob({ networkIsolation: true, hubPush: false }),
};

let home = "";
let recorded: Record<string, Recorded[]> | null = null;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "programs-"));
  const python = promisify(execFile);
  const hasBoto3 = await python("python3", ["-c", "import boto3"]).then(
    () => true,
    () => false,
  );
  if (!hasBoto3) return;
  const folders = Object.keys(PROGRAMS).flatMap((name) =>
    Object.keys(EXPORTS).map((language) => prepared(name, language)),
  );
  const { stdout } = await python("python3", [RECORDER, ...folders], { env: SHELL });
  recorded = JSON.parse(stdout) as Record<string, Recorded[]>;
}, 120_000);
afterAll(() => rmSync(home, { recursive: true }));

const SHELL = {
  ...process.env,
  HF_TOKEN: TOKEN,
  API_KEY: TOKEN,
  WANDB_API_KEY: TOKEN,
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "example",
  AWS_EC2_METADATA_DISABLED: "true",
};

const folderOf = (name: string, language: string) => join(home, `${language} ${name}`);

/** A folder with a program and the scripts that it packs. */
function prepared(name: string, language: string): string {
  const folder = folderOf(name, language);
  const wanted = exportOf(name);
  const { script } = wanted;
  const packed = script && script.kind !== "s3" ? scriptFolder(script) : "";
  mkdirSync(join(folder, packed), { recursive: true });
  writeFileSync(join(folder, "program.py"), EXPORTS[language]?.(wanted) ?? "");
  return folder;
}

function exportOf(name: string): ProgramExport {
  const wanted = PROGRAMS[name];
  if (!wanted) throw new Error(`There is no program ${name}.`);
  return wanted;
}

/** What a program asked of AWS. */
function callsOf(context: TestContext, name: string, language: string): Recorded[] {
  if (!recorded) context.skip("boto3 is not installed");
  return recorded[folderOf(name, language)] ?? [];
}

const SENT = ["sagemaker", "application-autoscaling", "cloudwatch"];
/** What looks whether something is there yet is no request of the program's. */
const making = (calls: Recorded[]) =>
  calls.filter(({ service, operation }) => SENT.includes(service) && !/^(Describe|List)/.test(operation));

/** The calls with the secrets that the shell has and the ARN that the recorder answers. */
function wantedCalls(wanted: ProgramExport): RecipeCall[] {
  const text = JSON.stringify([...makingOf(wanted), ...removingOf(wanted)])
    .replaceAll(JSON.stringify(dumps(MASK)), JSON.stringify(dumps(TOKEN)))
    .replaceAll(MASK, TOKEN)
    .replaceAll('"PolicyARN"', '"arn"');
  return JSON.parse(text) as RecipeCall[];
}

describe.each(Object.keys(PROGRAMS))("%s", (name) => {
  const wanted = exportOf(name);

  test("the boto3 program sends its requests", (context) => {
    const calls = callsOf(context, name, "boto3");
    expect(making(calls)).toStrictEqual(wantedCalls(wanted));
    expect(uploads(calls)).toStrictEqual(wantedUploads(wanted));
  });

  test("the SDK v3 program sends its requests, less what the SDK leaves out", (context) => {
    const calls = callsOf(context, name, "v3");
    expect(making(calls)).toStrictEqual(wantedCalls(wanted).map(bySdkV3));
    expect(uploads(calls)).toStrictEqual(wantedUploads(wanted));
  });
});

/** Updates are sent by boto3. */
const bySdkV3 = (call: RecipeCall) =>
  call.service === "sagemaker" && !call.operation.startsWith("Update")
    ? { ...call, input: sentBySdkV3(call.input) }
    : call;

const uploads = (calls: Recorded[]) =>
  calls
    .filter(({ operation }) => operation === "PutObject")
    .map(({ input: { Bucket, Key } }) => `s3://${String(Bucket)}/${String(Key)}`);

/** The packed script, and what the asynchronous endpoint reads. */
function wantedUploads({ requests, bucket }: ProgramExport): string[] {
  const source = requests.training && scriptUri(requests.training);
  const isAsync = requests.endpoint?.config.AsyncInferenceConfig;
  return [...(source ? [source] : []), ...(isAsync ? [`s3://${bucket}/async_inference/input/1.json`] : [])];
}

test("the SDK's classes are the structures of AWS's service model", () => {
  const model = serviceModel("sagemaker");
  for (const [owner, members] of Object.entries(SDK_V3_SHAPES)) {
    const ownerShape = model?.operations[`Create${owner}`]?.in ?? owner;
    for (const [member, shape] of Object.entries(members)) {
      const name = model?.shapes[ownerShape]?.m?.[member] ?? "";
      expect(`${owner}.${member} ${model?.shapes[name]?.of ?? name}`).toBe(`${owner}.${member} ${shape}`);
    }
  }
});
