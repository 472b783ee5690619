import { expect, test } from "vitest";

import { containers } from "./data";
import { type Choices, choicesOf, DIMENSIONS, matches } from "./dimensions";
import { options } from "./options";
import { containersFor, defaultContainer } from "./select";
import { matching, settle } from "./settle";

/** Subsets of real and of impossible combinations, the same at every run. */
function someChoices(): Choices[] {
  return containers.flatMap((container, index) => {
    const other = containers[(index * 37) % containers.length] ?? container;
    const own = Object.entries(choicesOf(container, "eu-south-2")).filter((_, i) => (index >> (i % 7)) % 2 === 0);
    const foreign = Object.entries(choicesOf(other)).filter((_, i) => (index + i) % 4 === 0);
    return [Object.fromEntries(own), Object.fromEntries([...own, ...foreign])];
  });
}

test("an option is enabled exactly when an image agrees with it and all other choices, and else says why", () => {
  for (const choices of someChoices()) {
    for (const dimension of DIMENSIONS) {
      for (const option of options(choices, dimension)) {
        const isPossible = matching({ ...choices, [dimension]: option.value }).length > 0;
        expect(option.disabled).toBe(!isPossible);
        expect(option.reason !== null).toBe(option.disabled);
      }
    }
  }
}, 60_000);

test("without choices everything is possible", () => {
  for (const dimension of DIMENSIONS) {
    expect(options({}, dimension).filter((option) => option.disabled)).toStrictEqual([]);
  }
});

test("a reason names the choice in the way and what goes instead", () => {
  const reasonOf = (choices: Choices, dimension: (typeof DIMENSIONS)[number], value: string) =>
    options(choices, dimension).find((option) => option.value === value)?.reason;

  expect(reasonOf({ use: "training", family: "huggingface" }, "device", "cpu")).toBe(
    "CPU has no image for training. It comes for inference.",
  );
  expect(reasonOf({ framework: "tensorflow" }, "family", "tgi")).toBe(
    "TGI has no image with TensorFlow. It comes with PyTorch.",
  );
  expect(reasonOf({ framework: "pytorch", transformersVersion: "4.26.0" }, "frameworkVersion", "2.6.0")).toBe(
    "PyTorch 2.6.0 has no image with transformers 4.26.0. It comes with transformers 5.5.3, 4.51.3 and 4.49.0.",
  );
  expect(
    reasonOf({ use: "training", family: "huggingface", framework: "tensorflow" }, "transformersVersion", "4.26.0"),
  ).toBe("Transformers 4.26.0 has no image for training with TensorFlow.");
});

test("a pool narrows what is offered at all", () => {
  expect(options({}, "use", containersFor("inference")).map((option) => option.value)).toStrictEqual(["inference"]);
});

test("a picker starts with the newest PyTorch image for CPUs", () => {
  expect(defaultContainer().id).toBe("huggingface-pytorch-inference:2.6.0-transformers5.5.3-cpu-py312-ubuntu22.04");
  expect(defaultContainer("training").id).toContain("huggingface-pytorch-training:2.9.0-transformers5.3.0-gpu");
});

test("a changed choice keeps what it can and takes the newest for the rest", () => {
  const start = defaultContainer();
  expect(settle(start, "device", "gpu", "us-east-1")?.id).toBe(
    "huggingface-pytorch-inference:2.6.0-transformers5.5.3-gpu-py312-cu124-ubuntu22.04",
  );
  expect(settle(start, "family", "tei", "us-east-1")?.tag).toContain("-cpu-");
  expect(settle(start, "transformersVersion", "4.26.0", "us-east-1")).toMatchObject({
    framework: "pytorch",
    device: "cpu",
  });
  expect(settle(start, "use", "training", "us-east-1")).toMatchObject({ transformersVersion: "5.3.0", device: "gpu" });
  expect(settle(start, "frameworkVersion", "9.9.9", "us-east-1")).toBeNull();
});

test("settling on a value always gives an image that has it", () => {
  for (const dimension of DIMENSIONS) {
    if (dimension === "region") continue;
    for (const option of options({}, dimension)) {
      const settled = settle(defaultContainer(), dimension, option.value, "us-east-1");
      expect(settled && matches(settled, { [dimension]: option.value })).toBe(true);
    }
  }
});
