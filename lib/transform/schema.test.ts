import { expect, test } from "vitest";

import { emptyTransform } from "./defaults";
import { plannedTransform, plannedTransformName, reviewedTransform } from "./planned-request";
import { type TransformFormValues, TransformInput } from "./schema";

const start = {
  region: "us-east-1",
  isEmulator: true,
  executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  hasHubToken: false,
  bucket: "b-1",
};
const filled = (over: Partial<TransformFormValues> = {}): TransformFormValues => ({
  ...emptyTransform(start, { source: "bundled", model: "afinn-sentiment", input: "s3://bucket-1/in/a.jsonl" }),
  requestId: "00000000-0000-4000-8000-000000000000",
  stampedAt: "2026-01-01T00:00:00.000Z",
  ...over,
});
const problems = (over: Partial<TransformFormValues>) =>
  TransformInput.safeParse(filled(over)).error?.issues.map(({ path, message }) => [path.join("."), message]);

test("a form with a bundled model and an input is complete", () => {
  const input = TransformInput.parse(filled());
  const { model, job } = plannedTransform(input, "us-east-1", null);
  expect(model?.PrimaryContainer.Environment).toMatchObject({
    HF_MODEL_ID: "bundled/afinn-sentiment",
    HF_TASK: "text-classification",
  });
  expect(job).toMatchObject({
    ModelName: model?.ModelName,
    BatchStrategy: "SingleRecord",
    TransformOutput: { S3OutputPath: "s3://b-1/batch/output", Accept: "application/json", AssembleWith: "Line" },
  });
});

test("an existing model needs no role and no container, and its job takes the variables", () => {
  const over = { modelFrom: "existing", modelName: "mood", executionRoleArn: "", image: "" } as const;
  const input = TransformInput.parse(
    filled({ ...over, environment: [{ name: "HF_TOKEN", value: "hf_0123456789abcdef" }] }),
  );
  expect(plannedTransformName(input)).toBe("mood-2026-01-01-00-00-00-001");
  const { model, job } = plannedTransform(input, "us-east-1", null);
  expect([model, job.ModelName, job.Environment]).toStrictEqual([null, "mood", { HF_TOKEN: "hf_0123456789abcdef" }]);
  expect(JSON.stringify(reviewedTransform(input, "us-east-1"))).not.toContain("hf_0123456789abcdef");
});

test.each<[string, Partial<TransformFormValues>, string, RegExp]>([
  ["a model without a name", { modelFrom: "existing" }, "modelName", /Name the model/],
  ["a new model without a role", { executionRoleArn: "" }, "executionRoleArn", /Choose the role/],
  ["no input", { inputUri: "" }, "inputUri", /Write it as/],
  ["too much in flight", { maxPayloadMb: "50", maxConcurrent: "3" }, "maxConcurrent", /150 MB/],
  ["a filter that is no path", { inputFilter: "inputs" }, "inputFilter", /begins with \$/],
])("%s is said beside its field", (_what, over, field, message) => {
  expect(problems(over)).toContainEqual([field, expect.stringMatching(message)]);
});
