import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { create } from "tar";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deployModel } from "@/emulator/testing/deploy-model.ts";
import { type ModelCaller, modelCaller } from "@/emulator/testing/invoke-model.ts";
import { BUCKET, s3Client } from "@/emulator/testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const image = "tei-cpu:2.0.1-tei1.8.2-cpu-py310-ubuntu22.04";

let emulator: TestEmulator;
let call: ModelCaller;

beforeAll(async () => {
  emulator = await startTestEmulator();
  call = modelCaller(emulator);
  const classifier = { HF_MODEL_ID: "bundled/afinn-sentiment", MAX_CLIENT_BATCH_SIZE: "3" };
  await deployModel(emulator, "reviews", [{ image, environment: classifier }]);
  const environment = { HF_MODEL_ID: "/opt/ml/model" };
  await deployModel(emulator, "vectors", [{ image, environment, modelDataUrl: await uploadEncoder() }]);
});

/** An archive of a model that gives each token nine numbers, as an encoder gives it many. */
async function uploadEncoder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "encoder-"));
  cpSync("emulator/models/tiny-ner", folder, { recursive: true });
  const config = JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as object;
  writeFileSync(join(folder, "config.json"), JSON.stringify({ ...config, architectures: ["BertModel"] }));
  const file = join(mkdtempSync(join(tmpdir(), "encoder-")), "model.tar.gz");
  create({ gzip: true, file, cwd: folder, sync: true, portable: true }, ["."]);
  await s3Client(emulator).send(
    new PutObjectCommand({ Bucket: BUCKET, Key: "encoder/model.tar.gz", Body: readFileSync(file) }),
  );
  return `s3://${BUCKET}/encoder/model.tar.gz`;
}

test("a text becomes a vector of length one, a list of texts one for each", async () => {
  const length = (vector: number[]) => Math.hypot(...vector);
  const [first, second] = (await call.json("vectors", { inputs: ["Sarah lives in London", "Paris"] })) as number[][];
  expect(first?.length).toBeGreaterThan(3);
  expect(length(first ?? [])).toBeCloseTo(1, 5);
  expect(second).not.toStrictEqual(first);
  expect(await call.json("vectors", { inputs: "Paris" })).toStrictEqual([second]);
  const [raw] = (await call.json("vectors", { inputs: "Paris", normalize: false })) as number[][];
  expect(length(raw ?? [])).not.toBeCloseTo(1, 2);
  expect(await call.refusal("vectors", { inputs: 3 })).toMatchObject({ status: 422 });
});
afterAll(() => emulator.close());

const NEAR_ONE = expect.closeTo(1, 2);

test("a classifier gives every label its score, best first", async () => {
  const good = [
    { score: NEAR_ONE, label: "POSITIVE" },
    { score: expect.closeTo(0, 2), label: "NEGATIVE" },
  ];
  expect(await call.json("reviews", { inputs: "I love it" })).toStrictEqual(good);
  const batch = (await call.json("reviews", { inputs: [["I love it"], ["awful"]] })) as { label: string }[][];
  expect(batch[0]).toStrictEqual(good);
  expect(batch[1]?.[0]).toStrictEqual({ score: NEAR_ONE, label: "NEGATIVE" });
  const [raw] = (await call.json("reviews", { inputs: "I love it", raw_scores: true })) as { score: number }[];
  expect(raw?.score).toBeGreaterThan(1);
});

test("empty inputs and batches that are too large are refused", async () => {
  const refused = (message: string) => ({
    status: 413,
    body: { error: `Input validation error: ${message}`, error_type: "Validation" },
  });
  expect(await call.refusal("reviews", { inputs: "" })).toStrictEqual(refused("`inputs` cannot be empty"));
  expect(await call.refusal("reviews", { inputs: ["a", "b", "c", "d"].map((text) => [text]) })).toStrictEqual(
    refused("batch size 4 > maximum allowed batch size 3"),
  );
});

test("a body that is no request is refused in plain text", async () => {
  expect(await call.refusal("reviews", { texts: "a" })).toStrictEqual({
    status: 422,
    body: "Failed to deserialize the JSON body into the target type: missing field `inputs`",
  });
});

test.each([
  ["no model", {}, "HF_MODEL_ID must be set"],
  [
    "a language model",
    { HF_MODEL_ID: "bundled/tiny-stories-lm" },
    "Could not start backend: Model is not supported: unknown variant `gpt2`",
  ],
  [
    "an unknown pooling",
    { HF_MODEL_ID: "bundled/afinn-sentiment", POOLING: "sum" },
    "error: invalid value 'sum' for '--pooling <POOLING>'",
  ],
])("a container with %s does not start", async (what, environment, reason) => {
  const endpoint = await deployModel(emulator, what.replaceAll(" ", "-"), [{ image, environment }]);
  expect(endpoint.EndpointStatus).toBe("Failed");
  expect(endpoint.FailureReason).toContain(reason);
});
