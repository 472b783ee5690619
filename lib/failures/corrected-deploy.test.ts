import { expect, test } from "vitest";

import { failureRule } from "@/catalog/failures/select";
import { fromLink } from "@/lib/deploy/from-link";
import type { VariantDetail } from "@/lib/endpoints/detail-view";

import { correctedDeploy } from "./corrected-deploy";
import { diagnose } from "./diagnose";

const REGISTRY = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
const OLD = `${REGISTRY}/huggingface-pytorch-inference:1.13.1-transformers4.26.0-gpu-py39-cu117-ubuntu20.04`;
const start = { region: "us-east-1", isEmulator: false, executionRoleArn: null, hasHubToken: false };

function variant(image: string, instanceType = "ml.g5.xlarge"): VariantDetail {
  return {
    name: "AllTraffic",
    modelName: "m",
    isModelMissing: false,
    executionRoleArn: null,
    container: { image, modelDataUrl: null, environment: [] },
    source: { kind: "hub", id: "owner/model", revision: null },
    task: "text-generation",
    instanceType,
    inferenceAmiVersion: null,
    currentInstances: null,
    desiredInstances: 1,
    trafficShare: 1,
    serverless: null,
    stages: [],
    cost: { usdPerHour: null, priceDate: null },
  };
}

function corrected(id: string, image = OLD, text = failureRule(id).sample ?? "") {
  const findings = diagnose({ subject: "endpoint", hasFailed: true, reason: text, lines: [] })?.findings ?? [];
  const { label, path } = correctedDeploy(
    variant(image),
    findings.find(({ rule }) => rule.id === id),
    "us-east-1",
  );
  return { label, values: fromLink(Object.fromEntries(new URLSearchParams(path.split("?")[1])), start) };
}

test("the form keeps the model, and changes what failed", () => {
  const { label, values } = corrected("gpu-too-small");
  expect(label).toBe("Deploy again on ml.g5.12xlarge");
  expect(values).toMatchObject({ hubModelId: "owner/model", image: OLD, instanceType: "ml.g5.12xlarge" });
});

test("an unknown model type opens the form with an image that knows it", () => {
  const text = "has model type `llama` but Transformers does not recognize this architecture";
  expect(corrected("unknown-model-type", OLD, text).values.image).toContain("transformers4.28.1-gpu");
});

test("a tag that was never published becomes the published one most like it", () => {
  const { values } = corrected("image-missing", OLD.replace("py39-cu117", "py39-cu116"));
  expect(values.image).toBe(OLD);
});

test("what else can be corrected stands in the form", () => {
  expect(corrected("gated").values.hubTokenFrom).toBe("typed");
  expect(corrected("ping-health").values.startupTimeoutSeconds).toBe("1800");
  expect(corrected("capacity").values.instanceType).not.toBe("ml.g5.xlarge");
  expect(corrected("driver-too-old").values.inferenceAmiVersion).toBe("al2-ami-sagemaker-inference-gpu-3-1");
  expect(corrected("worker-died").values.environment).toStrictEqual([
    { name: "MMS_DEFAULT_WORKERS_PER_MODEL", value: "1" },
  ]);
  const vllm = `${REGISTRY}/huggingface-vllm:0.11.0-gpu`;
  expect(corrected("kv-cache", vllm).values.environment).toStrictEqual([
    { name: "SM_VLLM_MAX_MODEL_LEN", value: "8848" },
  ]);
});

test("where only a person can decide the form opens as it was", () => {
  expect(corrected("assume-role")).toMatchObject({ label: "Deploy again", values: { instanceType: "ml.g5.xlarge" } });
});
