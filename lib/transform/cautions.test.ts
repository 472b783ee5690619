import { expect, test } from "vitest";

import { transformCautions } from "./cautions";
import { emptyTransform } from "./defaults";
import type { TransformFormValues } from "./schema";

const start = { region: "us-east-1", isEmulator: true, executionRoleArn: null, hasHubToken: false, bucket: "b" };
const cautions = (over: Partial<TransformFormValues>) =>
  transformCautions({ ...emptyTransform(start), ...over }).join(" ");

test("the form begins with nothing to warn of", () => {
  expect(cautions({})).toBe("");
});

test.each<[string, Partial<TransformFormValues>, RegExp]>([
  ["glued answers", { assembleWith: "None" }, /glued together/],
  ["binary lines", { contentType: "image/png" }, /binary/],
  ["many JSON lines in a request", { strategy: "MultiRecord" }, /no JSON/],
  ["CSV lines without a header", { contentType: "text/csv" }, /header line/],
  ["a join across formats", { isJoined: true, accept: "text/csv" }, /one format/],
  [
    "a GPU image on a CPU",
    {
      image:
        "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-gpu-py312-cu124-ubuntu22.04",
    },
    /GPUs/,
  ],
  ["more instances than files", { instanceCount: 2, inputUri: "s3://b/a.jsonl" }, /share files/],
])("%s are warned of", (_what, over, expected) => {
  expect(cautions(over)).toMatch(expected);
});
