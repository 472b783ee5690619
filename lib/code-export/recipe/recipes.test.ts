import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { needs } from "@/emulator/testing/needs";
import { makingCalls, removingCalls } from "@/lib/recipes/calls";
import { MASK } from "@/lib/secrets/mask";
import { dumps } from "@/lib/training/python-json";

import { ALL_EDITIONS, exportedRecipe } from "../testing/exported-recipe";
import { boto3Recipe } from "./boto3";
import { cliRecipe } from "./cli";
import { pythonSdkRecipe } from "./python-sdk";
import { pythonSdkV3Recipe } from "./python-sdk-v3";
import { terraformRecipe } from "./terraform";

// Starts Python and Terraform where they are installed.
vi.setConfig({ testTimeout: 60_000 });

describe("every recipe as code", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "recipes-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("Python reads the programs", async (context) => {
    await needs(context, "Python", "python3", "--version");
    const files = ALL_EDITIONS.flatMap(([id, edition]) =>
      [pythonSdkRecipe, pythonSdkV3Recipe, boto3Recipe].map((write, index) => {
        const file = join(folder, `${id}_${edition}_${index}.py`);
        writeFileSync(file, write(exportedRecipe(id, edition)));
        return file;
      }),
    );
    const { status, stderr } = spawnSync("python3", ["-m", "py_compile", ...files], { encoding: "utf8" });
    expect({ status, stderr }).toStrictEqual({ status: 0, stderr: "" });
  });

  test("Terraform reads and formats them the same", async (context) => {
    await needs(context, "Terraform", "terraform", "version");
    for (const [id, edition] of ALL_EDITIONS) {
      writeFileSync(join(folder, `${id}-${edition}.tf`), terraformRecipe(exportedRecipe(id, edition)));
    }
    const { status, stdout, stderr } = spawnSync("terraform", ["fmt", "-check", "-diff", folder], { encoding: "utf8" });
    expect({ status, stdout, stderr: stderr.replaceAll(/\s/g, "") && status !== 0 ? stderr : "" }).toStrictEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });

  test.each(ALL_EDITIONS)("a shell reads the commands of %s (%s) back as the requests", (id, edition) => {
    const wanted = exportedRecipe(id, edition);
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

  test.each(ALL_EDITIONS)("no export of %s (%s) holds a mask or a secret", (id, edition) => {
    for (const write of [pythonSdkRecipe, pythonSdkV3Recipe, boto3Recipe, cliRecipe, terraformRecipe]) {
      const code = write(exportedRecipe(id, edition));
      expect(code).not.toContain(MASK);
      expect(code).not.toContain("\\u2022");
      expect(code).not.toMatch(/hf_[A-Za-z0-9]{8}/);
    }
  });
});

test("the SDK program of a first fine-tune is the notebook's", () => {
  expect(pythonSdkRecipe(exportedRecipe("01"))).toBe(`# pip install "sagemaker==2.257.6"
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
  const code = pythonSdkRecipe(exportedRecipe("01", "today"));
  expect(code).toContain("from sagemaker.huggingface import HuggingFace, HuggingFaceModel");
  expect(code).toContain("model_data=estimator.model_data");
  expect(code).not.toContain("estimator.deploy");
});

test("a token is read from the shell", () => {
  const today = exportedRecipe("14", "today");
  expect(pythonSdkRecipe(today)).toContain('"HF_TOKEN": os.environ["HF_TOKEN"]');
  expect(boto3Recipe(today)).toContain('"HF_TOKEN": os.environ["HF_TOKEN"]');
  expect(terraformRecipe(today)).toMatch(/HF_TOKEN\s+= var\.hf_token/);
});

test("a token among the hyperparameters is encoded as JSON when it is read", () => {
  expect(pythonSdkRecipe(exportedRecipe("14"))).toContain('"hub_token": os.environ["HF_TOKEN"]');
  expect(boto3Recipe(exportedRecipe("14"))).toContain('"hub_token": json.dumps(os.environ["HF_TOKEN"])');
  expect(cliRecipe(exportedRecipe("14"))).toContain(`"hub_token": "\\"'"$HF_TOKEN"'\\""`);
  expect(terraformRecipe(exportedRecipe("14"))).toMatch(/hub_token\s+= jsonencode\(var\.hf_token\)/);
});

test("waking up from zero joins the alarm to its policy in each language", () => {
  const wanted = exportedRecipe("16", "today");
  expect(boto3Recipe(wanted)).toMatch(/wake = autoscaling\.put_scaling_policy[\s\S]+wake\["PolicyARN"\]/);
  expect(cliRecipe(wanted)).toContain("POLICY_ARN=$(aws application-autoscaling put-scaling-policy");
  expect(terraformRecipe(wanted)).toContain("alarm_actions       = [aws_appautoscaling_policy.wake.arn]");
});
