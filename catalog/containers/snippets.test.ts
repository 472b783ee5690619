import { expect, test } from "vitest";

import { containers } from "./data";
import { deviceOfInstance } from "./device";
import { hostAmiOf } from "./host-ami";
import { buildImageUri } from "./image-uri";
import { regionsOf } from "./registries";
import { sdkCall } from "./sdk-call";
import { containerById, defaultContainer } from "./select";
import { containerSnippets } from "./snippets";
import executed from "./testing/sdk-calls.data.json";

/** Calls with short version numbers, which we never write. */
const SHORT = ["v19", "v30", "v33"];
/** The instance type is an example, and some calls were made without one. */
const withoutInstance = ({ instance_type: _, ...rest }: Record<string, string | undefined>) => rest;

test.each(
  executed.filter((row) => !SHORT.includes(row.id)),
)("$id: the SDK call is the one that was executed", (row) => {
  const container = containerById(row.containerId);
  const call = container && sdkCall(container, row.arguments.region);
  expect(call?.name).toBe(row.name);
  expect(withoutInstance(call?.arguments ?? {})).toStrictEqual(withoutInstance(row.arguments));
  if (call?.arguments.instance_type)
    expect(deviceOfInstance(call.arguments.instance_type).device).toBe(container?.device);
});

test("every image has its URI in all three snippets, in every region that holds it", () => {
  for (const container of containers) {
    const [region = ""] = regionsOf(container);
    const built = buildImageUri(container, region);
    if (!built.ok) throw new Error(built.reason);
    const snippets = containerSnippets(container, region);
    expect(snippets.map((snippet) => snippet.id)).toStrictEqual(["sdk", "boto3", "cli"]);
    for (const snippet of snippets) expect(snippet.code).toContain(built.imageUri);
  }
});

test("no code is written for a region that does not hold the image", () => {
  expect(containerSnippets(defaultContainer(), "ap-southeast-5")).toStrictEqual([]);
});

test("boto3 code of an inference image creates a model that serves something", () => {
  const boto3 = containerSnippets(defaultContainer(), "us-east-1").find((snippet) => snippet.id === "boto3");
  expect(boto3?.code).toContain(`sagemaker = boto3.client("sagemaker", region_name="us-east-1")
sagemaker.create_model(
    ModelName="my-model",`);
  expect(boto3?.code).toContain(`        "Environment": {
            "HF_MODEL_ID": "distilbert/distilbert-base-uncased-finetuned-sst-2-english",
            "HF_TASK": "text-classification",
        },`);
});

test("only CUDA 13 inference images ask for another host", () => {
  const asking = containers.filter((container) => hostAmiOf(container) !== null);
  expect(asking.length).toBeGreaterThan(0);
  for (const container of asking) expect(container).toMatchObject({ use: "inference", device: "gpu" });
  expect(hostAmiOf(defaultContainer())).toBeNull();
});
