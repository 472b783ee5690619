import { expect, test } from "vitest";

import { deployAgainLink } from "./deploy-again";
import { type DeployStart, fromLink, toLink } from "./from-link";

const emulator: DeployStart = { region: "us-east-1", isEmulator: true, executionRoleArn: null, hasHubToken: false };
const account: DeployStart = { ...emulator, isEmulator: false };

test("an empty link in the emulator is ready to deploy the first bundled model", () => {
  expect(fromLink({}, emulator)).toMatchObject({
    source: "bundled",
    bundledModel: "afinn-sentiment",
    task: "text-classification",
    endpointName: "afinn-sentiment",
    instanceType: "ml.m5.xlarge",
  });
});

test("in an account nothing is bundled", () => {
  expect(fromLink({ source: "bundled", model: "afinn-sentiment" }, account)).toMatchObject({ source: "hub" });
});

test("an image of another device brings its common instance type with it", () => {
  const image = "huggingface-pytorch-inference:1.13.1-transformers4.26.0-gpu-py39-cu117-ubuntu20.04";
  const values = fromLink({ image }, emulator);
  expect(values.image).toBe(`763104351884.dkr.ecr.us-east-1.amazonaws.com/${image}`);
  expect(values.instanceType).toBe("ml.g5.xlarge");
});

test("a form and its link say the same", () => {
  const values = fromLink({ source: "hub", model: "owner/model", revision: "v1", name: "mine", count: "2" }, account);
  const back = fromLink(Object.fromEntries(new URLSearchParams(toLink(values))), account);
  expect(back).toStrictEqual(values);
});

test("the link to deploy again carries what the first deploy was", () => {
  const link = deployAgainLink({
    endpointName: "mine",
    endpointConfigName: "c",
    modelName: "m",
    image: "account/repository:tag",
    instanceType: "ml.c5.xlarge",
    instanceCount: 1,
    source: "owner/model@v1",
    task: null,
  });
  const values = fromLink(Object.fromEntries(new URLSearchParams(link.split("?")[1])), account);
  expect(values).toMatchObject({ source: "hub", hubModelId: "owner/model", hubRevision: "v1", endpointName: "mine" });
});
