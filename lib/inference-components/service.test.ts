import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { createHost } from "@/emulator/testing/component-fixtures.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createModel, ROLE } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { forgetReads } from "@/lib/aws/read-cache";
import { componentEnvironment } from "@/lib/aws/sagemaker/inference-components";
import { previewDeletion, removeEndpoint } from "@/lib/endpoints/deletion";
import { readComponentMetrics } from "@/lib/metrics/component-service";
import { MetricsInput } from "@/lib/metrics/schema";
import { readEndpointScaling } from "@/lib/scaling/endpoint-service";
import { MASK } from "@/lib/secrets/mask";
import type { Workspace } from "@/lib/workspaces/view";

import { componentForm, newComponentForm } from "./form-values";
import { CreateComponentInput, UpdateComponentInput } from "./schema";
import { changeSpecification, makeComponent, readComponents, removeComponents, setCopies } from "./service";

const member = { id: "m", name: "mia", role: "operator" } as const;
const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";
const root = mkdtempSync(join(tmpdir(), "console-components-"));
let emulator: TestEmulator;
let sdk: SageMakerClient;
let workspace: Workspace;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  emulator = await startTestEmulator({ inference: instantInference() });
  sdk = new SageMakerClient(emulator.sdk);
  workspace = {
    id: "components-test",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: emulator.url,
    roleArn: null,
    executionRoleArn: ROLE,
    bucket: null,
  };
  await createModel(sdk, "mood");
  await createHost(sdk, "shared");
}, 60_000);

beforeEach(() => forgetReads(workspace.id));

afterAll(async () => {
  sdk.destroy();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

const input = (over: object) => CreateComponentInput.parse({ ...newComponentForm("shared", "AllTraffic"), ...over });

/** The component once it is in service with all its copies. */
async function settled(name: string) {
  return vi.waitFor(
    async () => {
      forgetReads(workspace.id);
      const component = (await readComponents(workspace, "shared")).find((each) => each.name === name);
      expect(component).toMatchObject({ status: "InService" });
      expect(component?.currentCopies).toBe(component?.desiredCopies);
      if (!component) throw new Error(`${name} is gone`);
      return component;
    },
    { timeout: 15_000, interval: 50 },
  );
}

test("a component is made of a model, changed in place, and its copies are scaled like a variant's instances", async () => {
  await makeComponent(workspace, input({ name: "one", modelName: "mood" }));
  const made = await settled("one");
  expect(made).toMatchObject({
    endpoint: "shared",
    variant: "AllTraffic",
    desiredCopies: 1,
    isModelMissing: false,
    specification: { modelName: "mood", container: null, cpuCores: 1, minMemoryMiB: 1024 },
  });

  await setCopies(workspace, { name: "one", copies: 2 });
  expect(await settled("one")).toMatchObject({ currentCopies: 2 });

  const form = componentForm(await settled("one"));
  await changeSpecification(workspace, UpdateComponentInput.parse({ ...form, cpuCores: 0.5 }));
  expect((await settled("one")).specification.cpuCores).toBe(0.5);

  const now = emulator.clock.now() + 1_000;
  const reasons = async (input: object, at = now) =>
    (await readComponentMetrics(workspace, "one", MetricsInput.parse(input), at)).sections
      .flatMap(({ charts }) => charts.map(({ id, emptyBecause }) => [id, emptyBecause] as const))
      .filter(([id]) => id === "component-invocations");
  expect(await reasons({})).toStrictEqual([["component-invocations", "No traffic in this window."]]);
  const early = { from: "2026-01-01T00:00Z", to: "2026-01-01T01:00Z" };
  expect(await reasons(early)).toStrictEqual([["component-invocations", "The component did not exist yet."]]);

  const scaling = await readEndpointScaling(workspace, "shared");
  expect(scaling.hostsComponents).toBe(true);
  expect(scaling.variants).toMatchObject([
    { variant: "one", resourceId: "inference-component/one", floor: { min: 0 }, state: { current: 2, desired: 2 } },
  ]);
});

test("hidden variables of a container never reach the form, and stay when something else is changed", async () => {
  const environment = [
    { name: "HF_MODEL_ID", value: "bundled/afinn-sentiment" },
    { name: "HF_TOKEN", value: "hf_secretsecret" },
  ];
  await makeComponent(workspace, input({ name: "two", source: "container", image: IMAGE, environment }));
  const made = await settled("two");
  expect(made.container?.environment).toContainEqual({ name: "HF_TOKEN", value: MASK, isSecret: true });
  const form = componentForm(made);
  expect(JSON.stringify(form)).not.toContain("hf_secretsecret");
  expect(form.keptSecrets).toStrictEqual(["HF_TOKEN"]);

  await changeSpecification(workspace, UpdateComponentInput.parse({ ...form, minMemoryMb: 512 }));
  expect((await settled("two")).specification.minMemoryMiB).toBe(512);
  expect(await componentEnvironment(workspace, "two")).toStrictEqual({
    HF_MODEL_ID: "bundled/afinn-sentiment",
    HF_TOKEN: "hf_secretsecret",
  });
});

test("an endpoint is not deleted under its components, and they are named", async () => {
  expect((await previewDeletion(workspace, "shared")).components).toStrictEqual(["one", "two"]);
  const deletion = removeEndpoint(workspace, member, { name: "shared", config: true, models: [], alarms: [] });
  await expect(deletion).rejects.toThrow("Inference components stand on shared: one, two.");

  await removeComponents(workspace, { names: ["one", "two", "never-there"] });
  await vi.waitFor(
    async () => {
      emulator.clock.advance(60_000);
      forgetReads(workspace.id);
      expect(await readComponents(workspace, "shared")).toStrictEqual([]);
    },
    { timeout: 10_000, interval: 50 },
  );
  expect((await previewDeletion(workspace, "shared")).components).toStrictEqual([]);
});

test("a form without a model, with a bad limit or with no copy is not sent", () => {
  const problems = (over: object) => {
    const parsed = CreateComponentInput.safeParse({ ...newComponentForm("shared", "AllTraffic"), name: "x", ...over });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
  };
  expect(problems({ modelName: "mood" })).toStrictEqual([]);
  expect(problems({})).toStrictEqual(["modelName"]);
  expect(problems({ modelName: "mood", maxMemoryMb: "512" })).toStrictEqual(["maxMemoryMb"]);
  expect(problems({ modelName: "mood", copies: 0 })).toStrictEqual(["copies"]);
  expect(problems({ source: "container", image: "" })).toStrictEqual(["image"]);
});
