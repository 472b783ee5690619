import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

import type { DeployRequests } from "@/lib/deploy/view";
import { MASK } from "@/lib/secrets/mask";

import { boto3Program } from "./program/boto3";
import { cliProgram } from "./program/cli";
import { deployCalls, endpointExport } from "./program/endpoint-export";
import { pythonSdkDeploy } from "./python-sdk-deploy";

const requests: DeployRequests = {
  model: {
    ModelName: "demo-1",
    ExecutionRoleArn: "arn:aws:iam::111122223333:role/r",
    PrimaryContainer: {
      Image: "registry/huggingface-pytorch-inference:tag",
      Environment: { HF_MODEL_ID: "o/m", HF_API_TOKEN: MASK, NOTE: `it's "x"`, SAGEMAKER_PROGRAM: "" },
    },
    EnableNetworkIsolation: true,
  },
  endpointConfig: {
    EndpointConfigName: "demo-1",
    ProductionVariants: [
      {
        VariantName: "AllTraffic",
        ModelName: "demo-1",
        InitialVariantWeight: 1,
        InitialInstanceCount: 2,
        InstanceType: "ml.m5.xlarge",
      },
    ],
  },
  endpoint: { EndpointName: "demo", EndpointConfigName: "demo-1", Tags: [{ Key: "team", Value: "nlp" }] },
};

test("the Python SDK program names what was chosen and leaves out what the SDK sets itself", () => {
  expect(pythonSdkDeploy(requests)).toBe(`import os

from sagemaker.huggingface import HuggingFaceModel

model = HuggingFaceModel(
    name="demo-1",
    image_uri="registry/huggingface-pytorch-inference:tag",
    role="arn:aws:iam::111122223333:role/r",
    env={
        "HF_MODEL_ID": "o/m",
        "HF_API_TOKEN": os.environ["HF_API_TOKEN"],
        "NOTE": "it's \\"x\\"",
    },
    enable_network_isolation=True,
)

predictor = model.deploy(
    endpoint_name="demo",
    instance_type="ml.m5.xlarge",
    initial_instance_count=2,
    tags=[
        {
            "Key": "team",
            "Value": "nlp",
        },
    ],
)
`);
});

test("the boto3 program makes the three calls and reads the token from the shell", () => {
  const program = boto3Program(endpointExport(deployCalls(requests), "us-east-1"));
  expect(program.match(/sagemaker\.create_\w+/g)).toStrictEqual([
    "sagemaker.create_model",
    "sagemaker.create_endpoint_config",
    "sagemaker.create_endpoint",
  ]);
  expect(program).toContain('"HF_API_TOKEN": os.environ["HF_API_TOKEN"]');
  expect(program).not.toContain(MASK);
});

test("a shell reads the CLI commands back as the requests, with the token filled in", () => {
  const script = `aws() { printf '%s\\0' "\${@: -1}"; }\n${cliProgram(endpointExport(deployCalls(requests), "us-east-1"))}`;
  const said = execFileSync("bash", ["-c", script], {
    encoding: "utf8",
    env: { ...process.env, HF_API_TOKEN: "hf_x" },
  });
  const [model, endpointConfig, endpoint] = said
    .split("\0")
    .slice(0, 3)
    .map((json) => JSON.parse(json) as unknown);
  expect({ model, endpointConfig, endpoint }).toStrictEqual(JSON.parse(JSON.stringify(requests).replace(MASK, "hf_x")));
});
