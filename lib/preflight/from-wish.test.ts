import { expect, test } from "vitest";
import { wishFromRun } from "@/lib/updates/from-run";
import type { RunVariant } from "@/lib/updates/run-view";

import { deployOfWish, mendWish } from "./from-wish";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";
const RUNNING: RunVariant = {
  name: "AllTraffic",
  isShadow: false,
  modelName: "m",
  source: "owner/model",
  revision: "v1",
  image: IMAGE,
  environment: [{ name: "HF_TASK", value: "fill-mask", isSecret: false }],
  instanceType: "ml.m5.xlarge",
  instanceCount: 2,
  weight: 1,
  serverless: null,
};
const wish = wishFromRun(RUNNING);

test("a variant of the update form reads as a deploy, with the instances that it takes beyond what runs", () => {
  expect(deployOfWish({ ...wish, instanceCount: 3 }, RUNNING)).toMatchObject({
    source: "hub",
    hubModelId: "owner/model",
    hubRevision: "v1",
    image: IMAGE,
    task: "fill-mask",
    mode: "real-time",
    instanceType: "ml.m5.xlarge",
    instanceCount: 1,
    hubTokenFrom: "none",
  });
  expect(deployOfWish({ ...wish, instanceType: "ml.g5.xlarge" }, RUNNING).instanceCount).toBe(2);
  expect(deployOfWish({ ...wish, instanceType: null }, RUNNING)).toMatchObject({
    mode: "serverless",
    instanceType: "",
  });
});

test("each kind of source is told by how it is written, and a token that stays counts", () => {
  expect(deployOfWish({ ...wish, source: "bundled/tiny-ner" }, RUNNING)).toMatchObject({ bundledModel: "tiny-ner" });
  expect(deployOfWish({ ...wish, source: "s3://b/m.tar.gz" }, RUNNING)).toMatchObject({
    modelDataUrl: "s3://b/m.tar.gz",
  });
  expect(deployOfWish({ ...wish, source: "" }, RUNNING).source).toBe("none");
  expect(deployOfWish({ ...wish, keptSecrets: ["HF_TOKEN"] }, RUNNING).hubTokenFrom).toBe("typed");
});

test("a mend of the deploy form becomes one of the variant, where it has such a field", () => {
  expect(mendWish(wish, { label: "", set: { image: "i", instanceType: "ml.g5.xlarge" } })).toStrictEqual({
    image: "i",
    instanceType: "ml.g5.xlarge",
  });
  expect(mendWish(wish, { label: "", set: { task: "ner" } })).toStrictEqual({
    environment: [{ name: "HF_TASK", value: "ner" }],
  });
  expect(mendWish(wish, { label: "", set: { hubTokenFrom: "typed" } })).toStrictEqual({
    environment: [
      { name: "HF_TASK", value: "fill-mask" },
      { name: "HF_API_TOKEN", value: "" },
    ],
  });
  expect(mendWish(wish, { label: "", set: { startupTimeoutSeconds: "600" } })).toBeNull();
});
