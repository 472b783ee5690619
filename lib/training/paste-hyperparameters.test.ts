import { expect, test } from "vitest";

import { encodeHyperparameters } from "./hyperparameters";
import { pastedHyperparameters } from "./paste-hyperparameters";

/** What is sent for a pasted text. */
function sent(text: string) {
  const pasted = pastedHyperparameters(text);
  return pasted.ok ? encodeHyperparameters(pasted.rows) : pasted.problem;
}

test("a JSON object", () => {
  expect(
    sent('{"epochs": 3, "lr": 3e-5, "ratio": 1.0, "fp16": true, "layers": [1, 2], "name": "a \\"b\\""}'),
  ).toStrictEqual({
    epochs: "3",
    lr: "3e-05",
    ratio: "1.0",
    fp16: "true",
    layers: "[1, 2]",
    name: '"a \\"b\\""',
  });
});

test("a Python dict as it stands in a notebook", () => {
  const text = `hyperparameters = {
    'epochs': 1,                      # number of epochs
    'train_batch_size': 1_000,
    "learning_rate": 5e-5,
    'warmup': 1.,
    'model_name': 'it\\'s # a "name"',
    'fp16': True, 'none': None,
    'nested': {'a': [1, 2,], },
}`;
  expect(sent(text)).toStrictEqual({
    epochs: "1",
    train_batch_size: "1000",
    learning_rate: "5e-05",
    warmup: "1.0",
    model_name: '"it\'s # a \\"name\\""',
    fp16: "true",
    none: "null",
    nested: '{"a": [1, 2]}',
  });
});

test("arguments of a command line", () => {
  const text =
    "--epochs 3 --lr=5e-05 --fp16 \\\n  --shift -0.5 --name 'two words' --quoted=\"a b\" --zip 007 --do_eval False";
  expect(sent(text)).toStrictEqual({
    epochs: "3",
    lr: "5e-05",
    fp16: "true",
    shift: "-0.5",
    name: '"two words"',
    quoted: '"a b"',
    zip: '"007"',
    do_eval: "false",
  });
});

test.each(["", "epochs 3", "{'a': get_model()}", "{}", "[1]", "--a b c"])("%s is none", (text) => {
  expect(pastedHyperparameters(text).ok).toBe(false);
});
