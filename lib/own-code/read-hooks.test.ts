import { expect, test } from "vitest";

import { readHooks } from "./read-hooks";
import { TEMPLATES } from "./templates";

test.each([
  ["hooks", ["model_fn", "input_fn", "predict_fn", "output_fn"]],
  ["transform", ["model_fn", "transform_fn"]],
  ["embeddings", ["predict_fn"]],
] as const)("the template %s has its functions, and the container would start with them", (name, found) => {
  expect(readHooks(TEMPLATES[name].inferencePy)).toStrictEqual({ found, problems: [] });
});

test("only what stands at the top level counts", () => {
  const script = `
"""
def input_fn(data, content_type): told of in a text
"""
from helpers import predict_fn
output_fn = None
# def transform_fn(model, data, content_type, accept):
class Own:
    def model_fn(self): ...
`;
  expect(readHooks(script).found).toStrictEqual(["predict_fn", "output_fn"]);
});

test.each([
  [
    "def transform_fn(model, data, content_type, accept): ...\ndef input_fn(data, content_type): ...",
    [
      "Cannot use transform_fn implementation in conjunction with input_fn, predict_fn, and/or output_fn implementation.",
    ],
  ],
  ["def model_fn(): ...", ["model_fn definition takes 1 or 2 arguments but 0 were given."]],
  ["def input_fn(data): ...", ["input_fn definition takes 2 or 3 arguments but 1 were given."]],
  ["def predict_fn(data: dict[str, int], model, context=None): ...", []],
  ["def output_fn(\n    prediction,\n    accept,\n): ...", []],
])("%j is checked as the toolkit checks it", (script, problems) => {
  expect(readHooks(script).problems).toStrictEqual(problems);
});
