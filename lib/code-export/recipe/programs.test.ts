import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, type TestContext, test } from "vitest";

import { serviceModel } from "@/emulator/constraints/shapes";
import { makingCalls, removingCalls } from "@/lib/recipes/calls";
import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";
import { dumps } from "@/lib/training/python-json";

import { ALL_EDITIONS, exportedRecipe } from "../testing/exported-recipe";
import { sentBySdkV3 } from "../testing/sent-by-sdk-v3";
import { boto3Recipe } from "./boto3";
import { pythonSdkV3Recipe } from "./python-sdk-v3";
import { SDK_V3_SHAPES } from "./sdk-v3-shapes";
import type { RecipeExport } from "./view";

const RECORDER = fileURLToPath(new URL("../testing/record_calls.py", import.meta.url));
const TOKEN = "a token of the shell";

type Recorded = { service: string; operation: string; input: Record<string, unknown> };
type Export = (wanted: RecipeExport) => string;
const EXPORTS: Record<string, Export> = { boto3: boto3Recipe, v3: pythonSdkV3Recipe };

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
  const folders = ALL_EDITIONS.flatMap((row) => Object.keys(EXPORTS).map((language) => prepared(row, language)));
  const { stdout } = await python("python3", [RECORDER, ...folders], { env: SHELL });
  recorded = JSON.parse(stdout) as Record<string, Recorded[]>;
}, 120_000);
afterAll(() => rmSync(home, { recursive: true }));

const SHELL = {
  ...process.env,
  HF_TOKEN: TOKEN,
  HUGGING_FACE_HUB_TOKEN: TOKEN,
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "example",
  AWS_EC2_METADATA_DISABLED: "true",
};

type Row = (typeof ALL_EDITIONS)[number];
const folderOf = ([id, edition]: Row, language: string) => join(home, `${id}-${edition}-${language}`);

/** A folder with a program and the scripts that it packs. */
function prepared(row: Row, language: string): string {
  const folder = folderOf(row, language);
  const wanted = exportedRecipe(...row);
  const { source } = wanted.recipe.training ?? {};
  mkdirSync(join(folder, source?.kind === "git" ? "transformers" : "", source?.folder ?? ""), { recursive: true });
  writeFileSync(join(folder, "program.py"), EXPORTS[language]?.(wanted) ?? "");
  return folder;
}

/** What a program asked of AWS. */
function callsOf(context: TestContext, row: Row, language: string): Recorded[] {
  if (!recorded) context.skip("boto3 is not installed");
  return recorded[folderOf(row, language)] ?? [];
}

const SENT = ["sagemaker", "application-autoscaling", "cloudwatch"];
const making = (calls: Recorded[]) => calls.filter(({ service }) => SENT.includes(service));

/** A recipe's calls with the secrets that the shell has and the ARN that the recorder answers. */
function wantedCalls({ requests }: RecipeExport): RecipeCall[] {
  const text = JSON.stringify([...makingCalls(requests), ...removingCalls(requests)])
    .replaceAll(JSON.stringify(dumps(MASK)), JSON.stringify(dumps(TOKEN)))
    .replaceAll(MASK, TOKEN)
    .replaceAll('"PolicyARN"', '"arn"');
  return JSON.parse(text) as RecipeCall[];
}

describe.each(ALL_EDITIONS)("recipe %s (%s)", (...row) => {
  const wanted = exportedRecipe(...row);

  test("the boto3 program sends its requests", (context) => {
    const calls = callsOf(context, row, "boto3");
    expect(making(calls)).toStrictEqual(wantedCalls(wanted));
    expect(uploads(calls)).toStrictEqual(wantedUploads(wanted));
  });

  test("the SDK v3 program sends its requests, less what the SDK leaves out", (context) => {
    const calls = callsOf(context, row, "v3");
    expect(making(calls)).toStrictEqual(wantedCalls(wanted).map(bySdkV3));
    expect(uploads(calls)).toStrictEqual(wantedUploads(wanted));
  });
});

const bySdkV3 = (call: RecipeCall) =>
  call.service === "sagemaker" ? { ...call, input: sentBySdkV3(call.input) } : call;

const uploads = (calls: Recorded[]) =>
  calls
    .filter(({ operation }) => operation === "PutObject")
    .map(({ input: { Bucket, Key } }) => `s3://${String(Bucket)}/${String(Key)}`);

/** The packed script, and what the asynchronous endpoint reads. */
function wantedUploads({ recipe, requests, bucket }: RecipeExport): string[] {
  const source: unknown = JSON.parse(requests.training?.HyperParameters.sagemaker_submit_directory ?? "null");
  return [
    ...(typeof source === "string" ? [source] : []),
    ...(recipe.asynchronous ? [`s3://${bucket}/async_inference/input/1.json`] : []),
  ];
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
