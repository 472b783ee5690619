import { expect, test } from "vitest";

import { bundledPrices } from "@/lib/costs/price-table";

import { assembleEndpoint, toEndpointRow } from "./assemble";
import type { EndpointConfigView } from "./config-view";
import type { ModelView } from "./model-view";
import type { EndpointView } from "./view";

const endpoint: EndpointView = {
  name: "demo",
  arn: "arn:aws:sagemaker:us-east-1:111122223333:endpoint/demo",
  status: "InService",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:05:00.000Z",
  configName: "demo-config",
  failureReason: null,
  shadows: [],
  pending: null,
  lastDeployment: null,
  variants: [
    {
      name: "AllTraffic",
      currentInstances: 2,
      desiredInstances: 2,
      currentConcurrency: null,
      desiredConcurrency: null,
      currentWeight: 1,
      desiredWeight: 1,
      stages: [],
      deployedImages: [],
    },
  ],
};
const config: EndpointConfigView = {
  metricFrequencySeconds: 60,
  name: "demo-config",
  arn: "",
  createdAt: null,
  mode: "real-time",
  shadows: [],
  dataCapture: null,
  variants: [
    {
      name: "AllTraffic",
      modelName: "demo-model",
      instanceType: "ml.m5.xlarge",
      initialInstances: 1,
      initialWeight: 1,
      inferenceAmiVersion: null,
      serverless: null,
    },
  ],
};
const model: ModelView = {
  name: "demo-model",
  arn: "",
  createdAt: null,
  executionRoleArn: null,
  containers: [
    {
      image: "repo:tag",
      modelDataUrl: null,
      environment: [
        { name: "HF_MODEL_ID", value: "bundled/afinn-sentiment", isSecret: false },
        { name: "HF_TASK", value: "text-classification", isSecret: false },
      ],
    },
  ],
};
const models = new Map([[model.name, model]]);

test("a row tells task, model, instances and cost", () => {
  const row = toEndpointRow(assembleEndpoint(endpoint, config, models, bundledPrices("us-east-1")));
  expect(row).toMatchObject({
    name: "demo",
    task: "text-classification",
    model: "afinn-sentiment",
    mode: "real-time",
    fleets: ["2 × ml.m5.xlarge"],
  });
  expect(row.cost.usdPerHour).toBeGreaterThan(0);
  expect(row.cost.priceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("a price that is unknown is unknown, not zero", () => {
  const detail = assembleEndpoint(endpoint, config, models, bundledPrices("mars-north-1"));
  expect(detail.cost).toStrictEqual({ usdPerHour: null, priceDate: null });
});

test("an endpoint whose config and model are gone still shows what runs", () => {
  const detail = assembleEndpoint(endpoint, null, new Map(), bundledPrices("us-east-1"));
  expect(detail).toMatchObject({ isConfigMissing: true, task: null, variants: [{ currentInstances: 2 }] });
  expect(assembleEndpoint(endpoint, config, new Map(), bundledPrices("us-east-1")).variants[0]).toMatchObject({
    isModelMissing: true,
    modelName: "demo-model",
  });
});

test("a failed endpoint runs nothing, so it costs nothing that we could know", () => {
  const detail = assembleEndpoint(
    { ...endpoint, status: "Failed", variants: [] },
    config,
    models,
    bundledPrices("us-east-1"),
  );
  expect(detail.cost.usdPerHour).toBeNull();
});

test("a shadow variant costs as others do, and is priced by what its config says", () => {
  const shadow = { ...endpoint.variants[0], name: "shadow", currentInstances: 3, desiredInstances: 3 } as const;
  const planned = { ...config.variants[0], name: "shadow" };
  const watched = { ...endpoint, shadows: [shadow] } as EndpointView;
  const prices = bundledPrices("us-east-1");
  const priced = (shadows: unknown) =>
    assembleEndpoint(watched, { ...config, shadows } as EndpointConfigView, new Map(), prices).cost.usdPerHour;
  expect(priced([planned])).toBeCloseTo(5 * 0.23);
  // Without the type nobody can say what it costs.
  expect(priced([])).toBeNull();
});
