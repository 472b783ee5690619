import { expect, test } from "vitest";
import { z } from "zod";

import { MASK } from "@/lib/secrets/mask";

import { EMPTY_DEPLOY } from "./defaults";
import { type DeployFormValues, DeployInput } from "./schema";

const good: DeployFormValues = {
  ...EMPTY_DEPLOY,
  requestId: "00000000-0000-4000-8000-000000000000",
  stampedAt: "2026-01-01T00:00:00.002Z",
  source: "hub",
  hubModelId: "distilbert/distilbert-base-uncased",
  image: "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-cpu",
  instanceType: "ml.m5.xlarge",
  executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
};

const TEI = "683313688378.dkr.ecr.us-east-1.amazonaws.com/tei-cpu:2.0.1-tei1.8.2-cpu-py310-ubuntu22.04";

function complaints(over: Partial<DeployFormValues>): string[] {
  const parsed = DeployInput.safeParse({ ...good, ...over });
  return parsed.success ? [] : Object.keys(z.flattenError(parsed.error).fieldErrors);
}

test("a plain Hub deploy is complete", () => {
  expect(complaints({})).toStrictEqual([]);
});

test.each([
  ["endpointName", { endpointName: "-no" }],
  ["endpointName", { endpointName: "under_score" }],
  ["endpointName", { endpointName: "a".repeat(64) }],
  ["hubModelId", { hubModelId: "" }],
  ["hubModelId", { hubModelId: "a/b/c" }],
  ["bundledModel", { source: "bundled" as const }],
  ["modelDataUrl", { source: "s3" as const, modelDataUrl: "http://bucket/model.tar.gz" }],
  ["modelDataUrl", { source: "s3" as const }],
  ["executionRoleArn", { executionRoleArn: "arn:aws:iam::123:role/x" }],
  ["instanceCount", { instanceCount: 0 }],
  ["instanceCount", { instanceCount: "two" }],
  ["environment", { environment: [{ name: "1X", value: "" }] }],
  ["environment", { environment: [{ name: "HF_TOKEN", value: MASK }] }],
  ["hubToken", { hubTokenFrom: "typed" as const, hubToken: MASK }],
  ["environment", { environment: [{ name: "SAGEMAKER_REGION", value: "x" }] }],
  ["environment", { environment: [{ name: "A", value: "x".repeat(1025) }] }],
  [
    "environment",
    {
      environment: [
        { name: "A", value: "" },
        { name: "A", value: "" },
      ],
    },
  ],
  ["tags", { tags: [{ key: "aws:x", value: "" }] }],
  ["hubToken", { hubTokenFrom: "typed" as const }],
  ["networkIsolation", { networkIsolation: true }],
  ["securityGroups", { subnets: "subnet-1" }],
  ["volumeSizeGb", { volumeSizeGb: "513" }],
  ["ownCode", { source: "none" as const }],
  ["inferencePy", { ownCode: true, inferencePy: " " }],
  ["image", { ownCode: true, inferencePy: "x", image: TEI }],
])("%s is refused in %j", (field, over) => {
  expect(complaints(over)).toStrictEqual([field]);
});

test("everything that is wrong is said at once", () => {
  expect(complaints({ endpointName: "-", image: "", source: "s3" }).sort()).toStrictEqual(
    ["endpointName", "image", "modelDataUrl"].sort(),
  );
});
