import { expect, test } from "vitest";

import type { EndpointView } from "@/lib/endpoints/view";
import { MASK } from "@/lib/secrets/mask";

import { buildUpdate, type UpdateBase } from "./build-update";
import { diffRuns } from "./diff-runs";
import { formFromRun, wishFromRun } from "./from-run";
import type { RunView } from "./run-view";
import { UpdateInput } from "./schema";
import { deploymentConfig } from "./strategy";
import { toRun } from "./to-run";
import { judgeUpdate, verdictTitle } from "./verdict";

const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";
const run: RunView = {
  configName: "before",
  createdAt: null,
  variants: [
    {
      name: "AllTraffic",
      isShadow: false,
      modelName: "m",
      source: "owner/model",
      revision: "",
      image: IMAGE,
      environment: [
        { name: "HF_API_TOKEN", value: MASK, isSecret: true },
        { name: "HF_MODEL_ID", value: "owner/model", isSecret: false },
        { name: "HF_TASK", value: "text-classification", isSecret: false },
      ],
      instanceType: "ml.m5.xlarge",
      instanceCount: 2,
      weight: 1,
      serverless: null,
    },
  ],
  dataCapture: null,
};
const base: UpdateBase = {
  run,
  config: {
    EndpointConfigName: "before",
    ProductionVariants: [
      {
        VariantName: "AllTraffic",
        ModelName: "m",
        InstanceType: "ml.m5.xlarge",
        InitialInstanceCount: 1,
        VolumeSizeInGB: 30,
      },
    ],
    KmsKeyId: "key",
  },
  models: new Map([
    [
      "m",
      {
        ModelName: "m",
        ExecutionRoleArn: "role",
        PrimaryContainer: {
          Image: IMAGE,
          Environment: { HF_API_TOKEN: "hf_secret", HF_MODEL_ID: "owner/model", HF_TASK: "text-classification" },
        },
      },
    ],
  ]),
  tags: [{ Key: "team", Value: "nlp" }],
};
const values = {
  ...formFromRun("demo", run),
  requestId: "7c0fc8fc-3a9d-4d0c-9a53-4a2b7e0e1a11",
  stampedAt: "2026-01-15T09:00:00.000Z",
};
const parse = (change: object = {}) => UpdateInput.parse({ ...values, ...change });
const [first] = values.variants;
const messages = (change: object) =>
  UpdateInput.safeParse({ ...values, ...change }).error?.issues.map((issue) => issue.message);

test("an untouched form differs in nothing from what runs, and makes no model", () => {
  expect(diffRuns(run, toRun(values, run))).toStrictEqual([]);
  const { models, endpointConfig, update } = buildUpdate(parse(), base);
  expect(models).toStrictEqual([]);
  expect(endpointConfig).toStrictEqual({
    EndpointConfigName: "demo-2026-01-15-09-00-00-000",
    KmsKeyId: "key",
    ProductionVariants: [
      {
        VariantName: "AllTraffic",
        ModelName: "m",
        InstanceType: "ml.m5.xlarge",
        InitialInstanceCount: 2,
        InitialVariantWeight: 1,
        VolumeSizeInGB: 30,
      },
    ],
    Tags: [{ Key: "team", Value: "nlp" }],
  });
  expect(update).toStrictEqual({ EndpointName: "demo", EndpointConfigName: "demo-2026-01-15-09-00-00-000" });
});

test("another model keeps the role, the hidden token and the other variables", () => {
  const input = parse({ variants: [{ ...first, source: "owner/other", revision: "v2" }] });
  expect(buildUpdate(input, base).models).toStrictEqual([
    {
      ModelName: "demo-2026-01-15-09-00-00-000",
      ExecutionRoleArn: "role",
      PrimaryContainer: {
        Image: IMAGE,
        Environment: {
          HF_MODEL_ID: "owner/other",
          HF_MODEL_REVISION: "v2",
          HF_API_TOKEN: "hf_secret",
          HF_TASK: "text-classification",
        },
      },
      Tags: [{ Key: "team", Value: "nlp" }],
    },
  ]);
  expect(diffRuns(run, toRun(input, run)).map(({ field, before, after }) => [field, before, after])).toStrictEqual([
    ["Model", "owner/model", "owner/other"],
    ["Revision", null, "v2"],
  ]);
});

test("a dropped secret is gone from the model, and shows as a difference", () => {
  const input = parse({ variants: [{ ...first, keptSecrets: [] }] });
  expect(buildUpdate(input, base).models[0]?.PrimaryContainer?.Environment).not.toHaveProperty("HF_API_TOKEN");
  expect(diffRuns(run, toRun(input, run))).toStrictEqual([
    { variant: "AllTraffic", field: "Variable HF_API_TOKEN", before: MASK, after: null },
  ]);
});

test("a canary with alarms makes the missing alarm and names it beside the chosen one", () => {
  const input = parse({ strategy: "canary", waitSeconds: 60, alarms: ["mine"], watchErrors: true });
  const { alarms, update } = buildUpdate(input, base);
  expect(alarms.map(({ AlarmName, MetricName }) => [AlarmName, MetricName])).toStrictEqual([
    ["demo-AllTraffic-update-errors", "Invocation5XXErrors"],
  ]);
  expect(update.DeploymentConfig).toStrictEqual({
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: {
        Type: "CANARY",
        CanarySize: { Type: "CAPACITY_PERCENT", Value: 10 },
        WaitIntervalInSeconds: 60,
      },
      TerminationWaitInSeconds: 0,
    },
    AutoRollbackConfiguration: { Alarms: [{ AlarmName: "mine" }, { AlarmName: "demo-AllTraffic-update-errors" }] },
  });
});

test("without steps, waits and alarms no deployment configuration is sent", () => {
  expect(deploymentConfig(parse(), [])).toBeNull();
});

test("what SageMaker excludes is refused in the form", () => {
  const renamed = [{ ...first, name: "other" }];
  expect(messages({ strategy: "canary", variants: renamed })).toStrictEqual([
    "SageMaker moves traffic by steps only between configurations with the same variant names.",
  ]);
  expect(messages({ canaryPercent: 60 })).toStrictEqual(["From 1 to 50 percent."]);
  expect(messages({ strategy: "linear", waitSeconds: 300, timeoutSeconds: "600" })?.[0]).toContain("1200 seconds");
  const [variant] = run.variants;
  if (!variant) throw new Error("There is no variant.");
  const shadows = [first, wishFromRun(variant, "s1", true), wishFromRun(variant, "s2", true)];
  expect(messages({ variants: shadows })?.[0]).toContain("exactly one production variant");
});

test("an endpoint that is InService with the old configuration was rolled back, also without a reason", () => {
  const endpoint = { configName: "before", status: "InService", failureReason: null } as EndpointView;
  const judged = {
    endpoint,
    requested: { ...run, configName: "after" },
    actual: run,
    toConfig: "after",
    retains: false,
  };
  const silent = judgeUpdate({ ...judged, alarms: [] }, new Date(0));
  expect([silent.outcome, verdictTitle(silent)]).toStrictEqual([
    "rolled-back",
    "Rolled back, and SageMaker gave no reason.",
  ]);
  expect(verdictTitle(judgeUpdate({ ...judged, alarms: ["mine"] }, new Date(0)))).toContain("the alarm mine went off");
});

test("an applied update whose count is not what was asked for is not simply applied, unless counts were retained", () => {
  const endpoint = { configName: "after", status: "InService", failureReason: null } as EndpointView;
  const requested = { ...run, variants: run.variants.map((variant) => ({ ...variant, instanceCount: 5 })) };
  const judge = (retains: boolean) =>
    judgeUpdate({ endpoint, requested, actual: run, toConfig: "after", alarms: [], retains }, new Date(0)).outcome;
  expect([judge(false), judge(true)]).toStrictEqual(["applied-differently", "applied"]);
});
