import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { needs } from "@/emulator/testing/needs";
import { MASK } from "@/lib/secrets/mask";
import { COMPONENT_TOKEN } from "@/lib/specification/testing/hosting-endpoint";
import { RICH_TOKEN } from "@/lib/specification/testing/rich-endpoint";
import { dumps } from "@/lib/training/python-json";

import { exportedEndpoint, exportedHost } from "../testing/exported-endpoint";
import { exportedJob, TYPED_KEY, TYPED_TOKEN } from "../testing/exported-job";
import { ALL_EDITIONS, exportedRecipe } from "../testing/exported-recipe";
import { foreignJob } from "../testing/foreign-job";
import { boto3Program } from "./boto3";
import { makingOf, removingOf } from "./calls-of";
import { cdkProgram } from "./cdk";
import { cliProgram } from "./cli";
import { pythonSdkRecipe } from "./python-sdk";
import { pythonSdkEndpoint } from "./python-sdk-endpoint";
import { pythonSdkTraining } from "./python-sdk-training";
import { pythonSdkV3Program } from "./python-sdk-v3";
import { terraformProgram } from "./terraform";
import type { ProgramExport } from "./view";

// Starts Python and Terraform where they are installed.
vi.setConfig({ testTimeout: 60_000 });

const PROGRAMS: Record<string, { wanted: ProgramExport; sdkV2: string }> = {
  ...Object.fromEntries(
    ALL_EDITIONS.map(([id, edition]) => {
      const wanted = exportedRecipe(id, edition);
      return [`recipe ${id} ${edition}`, { wanted, sdkV2: pythonSdkRecipe(wanted) }];
    }),
  ),
  ...Object.fromEntries(
    Object.entries({
      "a job of the form": exportedJob(),
      "a job without a network": exportedJob({ networkIsolation: true, hubPush: false }),
      "a job of another tool": foreignJob(),
    }).map(([name, wanted]) => [name, { wanted, sdkV2: pythonSdkTraining(wanted) }]),
  ),
  "an endpoint": { wanted: exportedEndpoint(), sdkV2: pythonSdkEndpoint(exportedEndpoint()) },
  "an endpoint of components": { wanted: exportedHost(), sdkV2: pythonSdkEndpoint(exportedHost()) },
};
const NAMES = Object.keys(PROGRAMS);

function programOf(name: string) {
  const program = PROGRAMS[name];
  if (!program) throw new Error(`There is no program ${name}.`);
  return program;
}

describe("every recipe and job as code", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "programs-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("Python reads the programs", async (context) => {
    await needs(context, "Python", "python3", "--version");
    const files = NAMES.flatMap((name) => {
      const { wanted, sdkV2 } = programOf(name);
      return [sdkV2, pythonSdkV3Program(wanted), boto3Program(wanted)].map((code, index) => {
        const file = join(folder, `${name.replaceAll(" ", "_")}_${index}.py`);
        writeFileSync(file, code);
        return file;
      });
    });
    const { status, stderr } = spawnSync("python3", ["-m", "py_compile", ...files], { encoding: "utf8" });
    expect({ status, stderr }).toStrictEqual({ status: 0, stderr: "" });
  });

  test("Terraform reads and formats them the same", async (context) => {
    await needs(context, "Terraform", "terraform", "version");
    for (const name of NAMES) {
      writeFileSync(join(folder, `${name.replaceAll(" ", "-")}.tf`), terraformProgram(programOf(name).wanted));
    }
    const { status, stdout, stderr } = spawnSync("terraform", ["fmt", "-check", "-diff", folder], { encoding: "utf8" });
    expect({ status, stdout, stderr: stderr.replaceAll(/\s/g, "") && status !== 0 ? stderr : "" }).toStrictEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });

  test.each(NAMES)("a shell reads the commands of %s back as the requests", (name) => {
    const { wanted } = programOf(name);
    const script = `aws() { local op="$2"; while [ $# -gt 0 ]; do [ "$1" = --cli-input-json ] && printf '%s\\0' "$2" >&3; shift; done; [ "$op" = list-inference-components ] || echo arn; cat > /dev/null; }
git() { :; }
tar() { :; }
exec 3>&1 < /dev/null
${cliProgram(programOf(name).wanted)}
[ "$(type -t clean_up)" = function ] && clean_up
true`;
    const said = execFileSync("bash", ["-c", script], {
      encoding: "utf8",
      env: { ...process.env, HF_TOKEN: MASK, API_KEY: MASK, WANDB_API_KEY: MASK },
    });
    const read = [...said.matchAll(/(\{[^\0]*)\0/g)].map(([, json]) => JSON.parse(json ?? "") as unknown);
    const calls = [...makingOf(wanted), ...removingOf(wanted)];
    expect(read).toStrictEqual(
      JSON.parse(
        JSON.stringify(calls.map(({ input }) => input))
          .replace("PolicyARN", "arn")
          .replaceAll(JSON.stringify(dumps(MASK)), JSON.stringify(`"${MASK}"`)),
      ),
    );
  });

  test.each(NAMES)("no export of %s holds a mask or a secret", (name) => {
    const { wanted, sdkV2 } = programOf(name);
    for (const code of [
      sdkV2,
      ...[pythonSdkV3Program, boto3Program, cliProgram, terraformProgram].map((write) => write(wanted)),
      cdkProgram(wanted, "it"),
    ]) {
      expect(code).not.toContain(MASK);
      expect(code).not.toContain("\\u2022");
      expect(code).not.toMatch(/hf_[A-Za-z0-9]{8}/);
      expect(code).not.toContain(RICH_TOKEN);
      expect(code).not.toContain(COMPONENT_TOKEN);
      expect(code).not.toContain(TYPED_TOKEN);
      expect(code).not.toContain(TYPED_KEY);
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
  expect(boto3Program(today)).toContain('"HF_TOKEN": os.environ["HF_TOKEN"]');
  expect(terraformProgram(today)).toMatch(/HF_TOKEN\s+= var\.hf_token/);
});

test("a token among the hyperparameters is encoded as JSON when it is read", () => {
  expect(pythonSdkRecipe(exportedRecipe("14"))).toContain('"hub_token": os.environ["HF_TOKEN"]');
  expect(boto3Program(exportedRecipe("14"))).toContain('"hub_token": json.dumps(os.environ["HF_TOKEN"])');
  expect(cliProgram(exportedRecipe("14"))).toContain(`"hub_token": "\\"'"$HF_TOKEN"'\\""`);
  expect(terraformProgram(exportedRecipe("14"))).toMatch(/hub_token\s+= jsonencode\(var\.hf_token\)/);
});

test("waking up from zero joins the alarm to its policy in each language", () => {
  const wanted = exportedRecipe("16", "today");
  expect(boto3Program(wanted)).toMatch(/wake = autoscaling\.put_scaling_policy[\s\S]+wake\["PolicyARN"\]/);
  expect(cliProgram(wanted)).toContain("POLICY_ARN=$(aws application-autoscaling put-scaling-policy");
  expect(terraformProgram(wanted)).toContain("alarm_actions       = [aws_appautoscaling_policy.wake.arn]");
});

test("a model with a name of its own has the one that the request says", () => {
  const wanted = exportedRecipe("13");
  expect(pythonSdkRecipe(wanted)).toContain(`name="${wanted.requests.model?.ModelName}"`);
});

describe("an endpoint that hosts components", () => {
  const wanted = exportedHost();

  test("is made before them, and they are waited for before they scale", () => {
    expect(order(boto3Program(wanted))).toStrictEqual([
      "create_model",
      "create_endpoint_config",
      "create_endpoint",
      "create_inference_component",
      "create_inference_component",
      "wait_for_components",
      "update_inference_component_runtime_config",
    ]);
    expect(pythonSdkEndpoint(wanted)).toMatch(
      /endpoint_from_production_variants\([\s\S]+role="arn:[\s\S]+session\.create_inference_component\([\s\S]+wait=False,\n\)\nsession\.wait_for_inference_component\("shared-mood"\)\nsession\.wait_for_inference_component\("shared-own"\)/,
    );
    expect(cliProgram(wanted)).toContain("--inference-component-name shared-own");
  });

  test("is made by Terraform's Cloud Control resource, with the names of what it needs", () => {
    const code = terraformProgram(wanted);
    expect(code).toContain("no resource of its own for inference components");
    expect(code).toMatch(
      /resource "aws_cloudcontrolapi_resource" "this" \{\n {2}type_name = "AWS::SageMaker::InferenceComponent"/,
    );
    expect(code).toMatch(/ModelName = aws_sagemaker_model\.this\.name/);
    expect(code).toMatch(/HF_TOKEN += var\.hf_token/);
    expect(code).toContain("depends_on         = [aws_cloudcontrolapi_resource.this_2]");
  });

  test("is a stack of the CDK's constructs", () => {
    const code = cdkProgram(wanted, "shared");
    expect(code).toContain("const inferenceComponent = new sagemaker.CfnInferenceComponent(");
    expect(code).toContain("endpointName: endpoint.attrEndpointName,");
    expect(code).toContain("modelName: model.attrModelName,");
    expect(code).toContain("scalableTarget2.addDependency(inferenceComponent2);");
    expect(code).toContain('HF_TOKEN: process.env.HF_TOKEN ?? "",');
  });
});

/** The calls of the program's SageMaker client outside of functions, in order. */
function order(code: string): string[] {
  return [...code.matchAll(/^(?:sagemaker\.)?(create_\w+|update_\w+|wait_for_components)\(/gm)].map(
    ([, name = ""]) => name,
  );
}
