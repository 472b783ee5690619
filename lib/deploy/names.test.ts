import { expect, test } from "vitest";
import { ResourceName } from "@/lib/fields/aws-fields";
import { deployNames, nameFromBase, suggestEndpointName } from "./names";

const now = new Date("2026-01-02T03:04:05.006Z");
const image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-cpu";

test("a long base is cut so that the time stamp fits in 63 characters", () => {
  const name = nameFromBase("a".repeat(80), now);
  expect(name).toBe(`${"a".repeat(39)}-2026-01-02-03-04-05-006`);
  expect(name).toHaveLength(63);
});

test("a base cut at a hyphen still gives a name that SageMaker takes", () => {
  expect(ResourceName.safeParse(nameFromBase(`${"a".repeat(38)}-bcd`, now)).success).toBe(true);
});

test("a chosen endpoint name is kept and the other two are stamped after it", () => {
  const stamped = "demo-2026-01-02-03-04-05-006";
  expect(deployNames({ endpointName: "demo", image }, now)).toStrictEqual({
    model: stamped,
    endpointConfig: stamped,
    endpoint: "demo",
  });
});

test("without a name all three are made of the image's repository, as the Python SDK does", () => {
  expect(deployNames({ endpointName: "", image }, now)).toStrictEqual({
    model: "huggingface-pytorch-inference-2026-01-02-03-04-05-006",
    endpointConfig: "huggingface-pytorch-inference-2026-01-02-03-04-05-007",
    endpoint: "huggingface-pytorch-inference-2026-01-02-03-04-05-007",
  });
});

test("the name suggested for a model is one that SageMaker takes", () => {
  for (const id of ["distilbert/distilbert_base.uncased", "owner/Model--V2", "x".repeat(90)]) {
    expect(ResourceName.safeParse(suggestEndpointName(id)).success, id).toBe(true);
  }
});
