import { expect, test } from "vitest";

import { recipeAs, recipeById } from "@/catalog/recipes/select";
import { bundledPrices } from "@/lib/costs/price-table";
import { fromLink } from "@/lib/deploy/from-link";
import { TEMPLATES } from "@/lib/own-code/templates";

import { buildRecipe } from "./build-requests";
import { recipeCosts } from "./cost";
import { recipeForm } from "./form";
import { workspaceFacts } from "./workspace-facts";

const workspace = { region: "us-east-1", bucket: "b-1", executionRoleArn: "arn:aws:iam::123456789012:role/r" };
const { facts } = workspaceFacts(workspace, new Date(0), "00000000-0000-4000-8000-000000000000");

function formOf(id: string, edition: "notebook" | "today" = "notebook") {
  const found = recipeById(id);
  const recipe = found && recipeAs(found, edition);
  if (!recipe) throw new Error(`There is no recipe ${id}.`);
  const built = buildRecipe(recipe, facts);
  if (!built.ok) throw new Error(built.reason);
  return recipeForm(recipe, edition, built.requests, facts);
}

/** What the Deploy form holds after following the link. */
function opened(id: string, edition?: "notebook" | "today") {
  const query = formOf(id, edition).link?.path.split("?")[1] ?? "";
  const start = { region: "us-east-1", isEmulator: true, executionRoleArn: null, hasHubToken: false };
  return fromLink(Object.fromEntries(new URLSearchParams(query)), start);
}

test("an endpoint's recipe fills the Deploy form", () => {
  expect(opened("10")).toMatchObject({
    source: "s3",
    modelDataUrl: "s3://hf-sagemaker-inference/model.tar.gz",
    instanceType: "ml.m5.xlarge",
    image: expect.stringContaining("1.13.1-transformers4.26.0-cpu"),
  });
  expect(opened("11")).toMatchObject({
    source: "hub",
    hubModelId: "distilbert-base-uncased-distilled-squad",
    task: "question-answering",
  });
  expect(opened("11", "today").image).toContain("2.6.0-transformers4.51.3-cpu");
  expect(opened("18")).toMatchObject({ instanceType: "ml.inf1.xlarge", image: expect.stringContaining("neuron") });
});

test("the recipe of an own script opens with one in the editor", () => {
  expect(opened("17")).toMatchObject({
    source: "s3",
    modelDataUrl: "s3://b-1/custom_inference/all-MiniLM-L6-v2/model.tar.gz",
    ownCode: true,
    inferencePy: TEMPLATES.embeddings.inferencePy,
    task: "feature-extraction",
  });
});

test("the asynchronous recipe fills the Deploy form with its scaling from zero", () => {
  expect(opened("16")).toMatchObject({
    mode: "async",
    asyncOutputUri: "s3://b-1/async_inference/output",
    scaleFromZero: true,
    scaleMaxInstances: "5",
    scaleBacklogTarget: "5",
    instanceType: "ml.g4dn.xlarge",
  });
});

test("a training recipe fills the Training form, in the edition that was looked at", () => {
  expect(formOf("05", "today").link?.path).toBe("/training/new?recipe=05&edition=today");
});

test("the recipe of batch transform fills the Batch form, in the edition that was looked at", () => {
  expect(formOf("12", "today").link?.path).toBe("/batch/new?recipe=12&edition=today");
});

test("costs count every instance, and an unknown price stays unknown", () => {
  const recipe = recipeById("03");
  const costs = recipe ? recipeCosts(recipe, bundledPrices("us-east-1")) : [];
  expect(costs.map(({ part, instanceCount }) => [part, instanceCount])).toStrictEqual([
    ["Training", 2],
    ["Endpoint", 1],
  ]);
  for (const { usdPerHour, price, instanceCount } of costs) {
    expect(usdPerHour).toBe(price && price.usd * instanceCount);
  }
  expect(recipe && recipeCosts(recipe, bundledPrices("nowhere")).map(({ usdPerHour }) => usdPerHour)).toStrictEqual([
    null,
    null,
  ]);
});

test("a workspace without defaults is shown with examples, and they are named", () => {
  const empty = { region: "eu-west-1", bucket: null, executionRoleArn: null };
  expect(workspaceFacts(empty, new Date(0), "")).toMatchObject({
    facts: { bucket: "sagemaker-eu-west-1-111122223333" },
    examples: ["the execution role", "the bucket"],
  });
  expect(workspaceFacts({ ...empty, executionRoleArn: workspace.executionRoleArn }, new Date(0), "")).toMatchObject({
    facts: { bucket: "sagemaker-eu-west-1-123456789012" },
    examples: [],
  });
});
