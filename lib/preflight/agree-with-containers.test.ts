import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DeleteEndpointCommand,
  DescribeEndpointCommand,
} from "@aws-sdk/client-sagemaker";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { sagemakerClient } from "@/lib/aws/client";
import { forgetReads } from "@/lib/aws/read-cache";
import { buildRequests } from "@/lib/deploy/build-requests";
import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import type { DeployFormValues, DeployInput } from "@/lib/deploy/schema";
import { askHub } from "@/lib/hub/ask-hub";
import { type HubStandIn, type StandInModels, startHubStandIn } from "@/lib/hub/testing/hub-stand-in";
import { listArchive } from "@/lib/own-code/list-archive";
import type { Workspace } from "@/lib/workspaces/view";

import { accessLook, archiveLook, archiveModelLook, hubLook } from "./model-look";
import { planOf } from "./plan";
import { runChecks } from "./run-checks";
import { BASES, type BaseModel, folderOf, packModel, type Variation, variedConfig } from "./testing/model-variations";
import type { CheckId, Evidence } from "./view";

const HOST = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
const TOOLKIT = `${HOST}/huggingface-pytorch-inference`;
const VLLM = `${HOST}/huggingface-vllm:0.22.1-transformers5.10.2-gpu-py312-cu130-ubuntu22.04`;
const TGI = `${HOST}/huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04`;
const NEW_HOST = "al2023-ami-sagemaker-inference-gpu-4-1";
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
const BUCKET = "b-1";
/** More bytes of weights than anything here has room for, and than the smallest serverless environment has. */
const HUGE = 90e9;
const LARGE = 1.5e9;

let emulator: TestEmulator;
let hub: HubStandIn;
let s3: S3Client;
const models: StandInModels = {};
const folders: string[] = [];
const workspace: Workspace = {
  id: "local",
  label: "Local",
  region: "us-east-1",
  isEmulator: true,
  endpointUrl: null,
  roleArn: null,
  executionRoleArn: ROLE,
  bucket: BUCKET,
};

beforeAll(async () => {
  hub = await startHubStandIn(0, models);
  emulator = await startTestEmulator({ hubUrl: hub.url });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  s3 = new S3Client({ ...emulator.sdk, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
});
afterAll(async () => {
  await emulator.close();
  hub.close();
  s3.destroy();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const variations: fc.Arbitrary<Variation> = fc.record({
  type: fc.constantFrom("own", "own", "newer", "unheard"),
  isHeadless: fc.constantFrom(false, false, true),
  layout: fc.constantFrom("flat", "flat", "flat", "nested", "no-config", "no-weights"),
});
const wishes = fc.record({
  source: fc.constantFrom("hub" as const, "s3" as const),
  base: fc.constantFrom(...BASES),
  variation: variations,
  image: fc.constantFrom(
    `${TOOLKIT}:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04`,
    `${TOOLKIT}:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04`,
    `${TOOLKIT}:2.6.0-transformers4.51.3-gpu-py312-cu124-ubuntu22.04`,
    `${TOOLKIT}:2.1.0-transformers4.37.0-cpu-py310-ubuntu22.04`,
    `${TOOLKIT}:1.13.1-transformers4.26.0-gpu-py39-cu117-ubuntu20.04`,
    `${TOOLKIT}:2.6.0-transformers4.51.3-gpu-py312-cu121-ubuntu22.04`,
    `${TOOLKIT}:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04`.replace("us-east-1", "eu-west-1"),
    `${TOOLKIT}:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04`.replace("763104351884", "217643126080"),
    `${HOST}/huggingface-pytorch-training:2.5.1-transformers4.49.0-gpu-py311-cu124-ubuntu22.04`,
    VLLM,
    TGI,
  ),
  task: fc.constantFrom("right" as const, "right" as const, "right" as const, "wrong" as const, "none" as const),
  mode: fc.constantFrom("real-time" as const, "real-time" as const, "real-time" as const, "serverless" as const),
  instanceType: fc.constantFrom("ml.m5.xlarge", "ml.g5.xlarge", "ml.inf2.xlarge", "ml.c6g.xlarge"),
  inferenceAmiVersion: fc.constantFrom("", "", NEW_HOST),
  gated: fc.constantFrom(false as const, false as const, "manual" as const),
  hubTokenFrom: fc.constantFrom("none" as const, "none" as const, "typed" as const),
  hubRevision: fc.constantFrom("", "", "", "v9"),
  bytes: fc.constantFrom(null, 1e6, LARGE, HUGE),
});
type Wish = typeof wishes extends fc.Arbitrary<infer T> ? T : never;

/** Seldom made by chance: nothing but the host image is wrong. */
const CUDA_13: Wish = {
  source: "hub",
  base: BASES[2] as BaseModel,
  variation: { type: "own", isHeadless: false, layout: "flat" },
  image: VLLM,
  task: "right",
  mode: "real-time",
  instanceType: "ml.g5.xlarge",
  inferenceAmiVersion: "",
  gated: false,
  hubTokenFrom: "none",
  hubRevision: "",
  bytes: 1e6,
};

test("what preflight calls failing fails in the emulator's containers, and nothing else does", async () => {
  let number = 0;
  const failed = new Set<CheckId>();
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(wishes, async (wish) => {
      number += 1;
      const name = `wish-${number}`;
      const { values, evidence } = await prepare(wish, name);
      const checks = runChecks(planOf(values, "us-east-1"), evidence);
      const failing = checks.filter(({ verdict }) => verdict === "will-fail").map(({ id }) => id);
      const failure = await deploy(values, name);
      expect(failure !== null, `${failing.join()}: ${failure}`).toBe(failing.length > 0);
      if (failing.length === 1) for (const id of failing) failed.add(id);
      passed += failure === null ? 1 : 0;
    }),
    { numRuns: 150, seed: 11, examples: [[CUDA_13], [{ ...CUDA_13, inferenceAmiVersion: NEW_HOST }]] },
  );
  // Each check was the only one to say so at least once, and it was right.
  const each: CheckId[] = [
    "access",
    "archive",
    "device",
    "host",
    "image",
    "memory",
    "model-type",
    "serverless",
    "task",
  ];
  expect([...failed].sort()).toStrictEqual(each);
  expect(passed).toBeGreaterThan(10);
}, 900_000);

/** The form's values, and what the console finds out about them by its own reads. */
async function prepare(wish: Wish, name: string): Promise<{ values: DeployFormValues; evidence: Evidence }> {
  const isServer = wish.image === VLLM || wish.image === TGI;
  // Servers of language models have a look of their own at the architecture.
  const base: BaseModel = isServer ? (BASES[2] as BaseModel) : wish.base;
  const isPlain = isServer || base.modelType !== "bert";
  const variation: Variation = {
    ...wish.variation,
    ...(isPlain && { isHeadless: false, type: wish.variation.type === "newer" ? "own" : wish.variation.type }),
    ...(wish.source === "hub" && { layout: "flat" }),
  };
  const values: DeployFormValues = {
    ...EMPTY_DEPLOY,
    source: wish.source,
    image: wish.image,
    task: { right: base.task, wrong: base.misfit, none: "" }[wish.task],
    mode: wish.mode,
    instanceType: wish.instanceType,
    inferenceAmiVersion: wish.inferenceAmiVersion,
    serverlessMemoryMb: 1024,
    executionRoleArn: ROLE,
  };
  const none = { access: null, archive: null, quota: null, role: null };
  if (wish.source === "hub") {
    const hubModelId = `models/${name}`;
    models[hubModelId] = describeModel(base, variation, wish);
    const { hubRevision, hubTokenFrom } = wish;
    const seen = await askHub({ hubUrl: hub.url, id: hubModelId, revision: hubRevision, token: null });
    return {
      values: { ...values, hubModelId, hubRevision, hubTokenFrom },
      evidence: { ...none, model: hubLook(seen), access: accessLook(seen) },
    };
  }
  const body = await packModel(base, variation);
  const key = `${createHash("sha256").update(body).digest("hex")}/model.tar.gz`;
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
  const modelDataUrl = `s3://${BUCKET}/${key}`;
  const listing = await listArchive(workspace, modelDataUrl);
  return {
    values: { ...values, modelDataUrl },
    evidence: { ...none, model: archiveModelLook(listing), archive: { state: "seen", value: archiveLook(listing) } },
  };
}

/** A model on the Hub: its card, and files of which only the config.json is another. */
function describeModel(base: BaseModel, variation: Variation, { gated, bytes }: Wish): StandInModels[string] {
  const folder = mkdtempSync(join(tmpdir(), "hub-"));
  folders.push(folder);
  cpSync(folderOf(base), folder, { recursive: true });
  const config = variedConfig(base, variation);
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  return {
    gated,
    folder,
    pipeline_tag: base.task,
    library_name: "transformers",
    config: { model_type: config.model_type, architectures: config.architectures },
    ...(bytes !== null && { safetensors: { parameters: { I8: bytes }, total: bytes } }),
  };
}

/** Why a deploy failed, by the call that was refused or the endpoint's FailureReason; null: it is in service. */
async function deploy(values: DeployFormValues, name: string): Promise<string | null> {
  const requests = buildRequests(values as DeployInput, {
    region: "us-east-1",
    names: { endpoint: name, endpointConfig: name, model: name },
    hubToken: values.source === "hub" && values.hubTokenFrom === "typed" ? "hf_token" : null,
  });
  const client = sagemakerClient(workspace);
  try {
    await client.send(new CreateModelCommand(requests.model));
    await client.send(new CreateEndpointConfigCommand(requests.endpointConfig as never));
    await client.send(new CreateEndpointCommand(requests.endpoint));
  } catch (cause) {
    return String(cause);
  }
  const failure = await vi.waitFor(
    async () => {
      // A container that never starts is given up after an hour.
      emulator.clock.advance(3_600_000);
      const { EndpointStatus, FailureReason } = await client.send(new DescribeEndpointCommand({ EndpointName: name }));
      expect(EndpointStatus).not.toBe("Creating");
      return EndpointStatus === "InService" ? null : (FailureReason ?? "Failed");
    },
    { timeout: 120_000 },
  );
  await client.send(new DeleteEndpointCommand({ EndpointName: name }));
  forgetReads(workspace.id);
  return failure;
}
