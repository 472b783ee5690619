import { expect, test } from "vitest";

import {
  decodeHyperparameters,
  encodeHyperparameters,
  type Hyperparameter,
  hyperparameterError,
} from "./hyperparameters";

const row = (type: Hyperparameter["type"], value: string, name = "a"): Hyperparameter => ({ name, type, value });

test.each<[Hyperparameter["type"], string, string]>([
  ["string", "distilbert", '"distilbert"'],
  ["string", " 1 ", '" 1 "'],
  ["integer", "+032", "32"],
  ["integer", "123456789012345678901234567890", "123456789012345678901234567890"],
  ["float", "3e-5", "3e-05"],
  ["float", "1", "1.0"],
  ["boolean", "True", "true"],
  ["json", '{"a":[1,1.0]}', '{"a": [1, 1.0]}'],
])("a %s row of %s is sent as %s", (type, value, sent) => {
  expect(encodeHyperparameters([row(type, value)])).toStrictEqual({ a: sent });
});

test.each<[Hyperparameter, RegExp]>([
  [row("integer", "1.5"), /whole number/],
  [row("float", "fast"), /number/],
  [row("boolean", "yes"), /true or false/],
  [row("json", "{'a': 1}"), /valid JSON/],
  [row("string", "x", "two words"), /without spaces/],
  [row("string", "x", "sagemaker_program"), /for itself/],
  [row("string", "x".repeat(2500)), /2,500 characters/],
])("%o cannot be sent", (wrong, reason) => {
  expect(hyperparameterError(wrong)).toMatch(reason);
});

test("a job's hyperparameters become rows again, without those of the toolkit", () => {
  const rows = [row("integer", "1", "epochs"), row("float", "3e-05", "rate"), row("string", "x", "model")];
  const sent = { ...encodeHyperparameters(rows), sagemaker_program: '"train.py"', old: "not json" };
  expect(decodeHyperparameters(sent)).toStrictEqual([...rows, row("string", "not json", "old")]);
});
