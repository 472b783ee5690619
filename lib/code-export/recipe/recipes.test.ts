import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { recipes } from "@/catalog/recipes/data";
import { RECIPE_EDITIONS, type RecipeEdition, recipeAs, recipeById } from "@/catalog/recipes/select";
import { buildRecipe } from "@/lib/recipes/build-requests";
import { makingCalls, removingCalls } from "@/lib/recipes/calls";
import { MASK } from "@/lib/secrets/mask";
import { dumps } from "@/lib/training/python-json";

import { boto3Recipe } from "./boto3";
import { cliRecipe } from "./cli";
import { pythonSdkRecipe } from "./python-sdk";
import { terraformRecipe } from "./terraform";
import type { RecipeExport } from "./view";

// Starts Python and Terraform where they are installed.
vi.setConfig({ testTimeout: 60_000 });

const PYTHON = "python3";
const hasPython = spawnSync(PYTHON, ["--version"]).status === 0;

function exported(id: string, edition: RecipeEdition = "notebook"): RecipeExport {
  const found = recipeById(id);
  const recipe = found && recipeAs(found, edition);
  if (!recipe) throw new Error(`There is no recipe ${id} ${edition}.`);
  const bucket = "sagemaker-us-east-1-111122223333";
  const built = buildRecipe(recipe, {
    region: "us-east-1",
    bucket,
    executionRoleArn: "arn:aws:iam::111122223333:role/r",
    now: new Date("2026-01-01T00:00:00.001Z"),
    unique: "00000000-0000-4000-8000-000000000000",
  });
  if (!built.ok) throw new Error(built.reason);
  return { recipe, requests: built.requests, region: "us-east-1", bucket };
}

const all = recipes.flatMap((row) =>
  RECIPE_EDITIONS.flatMap((edition) => (recipeAs(row, edition) ? [[row.id, edition] as const] : [])),
);

describe("every recipe as code", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "recipes-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.runIf(hasPython)("Python reads the programs", () => {
    const files = all.flatMap(([id, edition]) =>
      [pythonSdkRecipe, boto3Recipe].map((write, index) => {
        const file = join(folder, `${id}_${edition}_${index}.py`);
        writeFileSync(file, write(exported(id, edition)));
        return file;
      }),
    );
    const { status, stderr } = spawnSync(PYTHON, ["-m", "py_compile", ...files], { encoding: "utf8" });
    expect({ status, stderr }).toStrictEqual({ status: 0, stderr: "" });
  });

  test.runIf(spawnSync("terraform", ["version"]).status === 0)("Terraform reads and formats them the same", () => {
    for (const [id, edition] of all) {
      writeFileSync(join(folder, `${id}-${edition}.tf`), terraformRecipe(exported(id, edition)));
    }
    const { status, stdout, stderr } = spawnSync("terraform", ["fmt", "-check", "-diff", folder], { encoding: "utf8" });
    expect({ status, stdout, stderr: stderr.replaceAll(/\s/g, "") && status !== 0 ? stderr : "" }).toStrictEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });

  test.each(all)("a shell reads the commands of %s (%s) back as the requests", (id, edition) => {
    const wanted = exported(id, edition);
    const script = `aws() { while [ $# -gt 0 ]; do [ "$1" = --cli-input-json ] && printf '%s\\0' "$2" >&3; shift; done; echo arn; cat > /dev/null; }
git() { :; }
tar() { :; }
exec 3>&1 < /dev/null
${cliRecipe(wanted)}
[ "$(type -t clean_up)" = function ] && clean_up
true`;
    const said = execFileSync("bash", ["-c", script], {
      encoding: "utf8",
      env: { ...process.env, HF_TOKEN: MASK, HUGGING_FACE_HUB_TOKEN: MASK },
    });
    const read = [...said.matchAll(/(\{[^\0]*)\0/g)].map(([, json]) => JSON.parse(json ?? "") as unknown);
    const calls = [...makingCalls(wanted.requests), ...removingCalls(wanted.requests)];
    expect(read).toStrictEqual(
      JSON.parse(
        JSON.stringify(calls.map(({ input }) => input))
          .replace("PolicyARN", "arn")
          .replace(JSON.stringify(dumps(MASK)), JSON.stringify(`"${MASK}"`)),
      ),
    );
  });

  test.each(all)("no export of %s (%s) holds a mask or a secret", (id, edition) => {
    for (const write of [pythonSdkRecipe, boto3Recipe, cliRecipe, terraformRecipe]) {
      const code = write(exported(id, edition));
      expect(code).not.toContain(MASK);
      expect(code).not.toContain("\\u2022");
      expect(code).not.toMatch(/hf_[A-Za-z0-9]{8}/);
    }
  });
});

test("the SDK program of a first fine-tune is the notebook's", () => {
  expect(pythonSdkRecipe(exported("01"))).toBe(`# pip install "sagemaker==2.257.6"
import boto3
import sagemaker
from sagemaker.huggingface import HuggingFace

session = sagemaker.Session(boto3.Session(region_name="us-east-1"), default_bucket="sagemaker-us-east-1-111122223333")
role = "arn:aws:iam::111122223333:role/r"

estimator = HuggingFace(
    entry_point="train.py",
    source_dir="./scripts",
    role=role,
    sagemaker_session=session,
    transformers_version="4.26",
    pytorch_version="1.13",
    py_version="py39",
    instance_type="ml.p3.2xlarge",
    instance_count=1,
    volume_size=30,
    max_run=86400,
    hyperparameters={
        "epochs": 1,
        "train_batch_size": 32,
        "model_name": "distilbert-base-uncased",
    },
)
estimator.fit({
    "train": "s3://sagemaker-us-east-1-111122223333/samples/datasets/imdb/train",
    "test": "s3://sagemaker-us-east-1-111122223333/samples/datasets/imdb/test",
})

predictor = estimator.deploy(
    initial_instance_count=1,
    instance_type="ml.g4dn.xlarge",
)

print(predictor.predict({
    "inputs": "I love using the new Inference DLC.",
}))


# An endpoint costs money until it is deleted: call this when you are done.
def clean_up():
    predictor.delete_model()
    predictor.delete_endpoint()
`);
});

test("today's model is served by an image of its own versions, not by the estimator's", () => {
  const code = pythonSdkRecipe(exported("01", "today"));
  expect(code).toContain("from sagemaker.huggingface import HuggingFace, HuggingFaceModel");
  expect(code).toContain("model_data=estimator.model_data");
  expect(code).not.toContain("estimator.deploy");
});

test("a token is read from the shell", () => {
  const today = exported("14", "today");
  expect(pythonSdkRecipe(today)).toContain('"HF_TOKEN": os.environ["HF_TOKEN"]');
  expect(boto3Recipe(today)).toContain('"HF_TOKEN": os.environ["HF_TOKEN"]');
  expect(terraformRecipe(today)).toMatch(/HF_TOKEN\s+= var\.hf_token/);
});

test("a token among the hyperparameters is encoded as JSON when it is read", () => {
  expect(pythonSdkRecipe(exported("14"))).toContain('"hub_token": os.environ["HF_TOKEN"]');
  expect(boto3Recipe(exported("14"))).toContain('"hub_token": json.dumps(os.environ["HF_TOKEN"])');
  expect(cliRecipe(exported("14"))).toContain(`"hub_token": "\\"'"$HF_TOKEN"'\\""`);
  expect(terraformRecipe(exported("14"))).toMatch(/hub_token\s+= jsonencode\(var\.hf_token\)/);
});

test("waking up from zero joins the alarm to its policy in each language", () => {
  const wanted = exported("16", "today");
  expect(boto3Recipe(wanted)).toMatch(/wake = autoscaling\.put_scaling_policy[\s\S]+wake\["PolicyARN"\]/);
  expect(cliRecipe(wanted)).toContain("POLICY_ARN=$(aws application-autoscaling put-scaling-policy");
  expect(terraformRecipe(wanted)).toContain("alarm_actions       = [aws_appautoscaling_policy.wake.arn]");
});
