import { expect, test } from "vitest";

import { containers } from "@/catalog/containers/data";
import { containerById, defaultContainer } from "@/catalog/containers/select";

import { choiceGroups } from "./choice-groups";

const region = "us-east-1";

test("every group of every image has the image's own value, possible and among its options", () => {
  for (const container of containers) {
    const home = container.registrySet === "dlc-5" ? "us-east-1" : region;
    for (const group of choiceGroups(container, { region: home })) {
      const own = group.options.find((option) => option.value === group.value);
      expect(own, `${container.id} ${group.dimension}`).toBeDefined();
    }
  }
});

test("what is fixed is not asked for, and judges the rest", () => {
  const groups = choiceGroups(defaultContainer(), { region, use: "inference", device: "cpu" });
  expect(groups.map((group) => group.dimension)).not.toContain("use");
  expect(groups.map((group) => group.dimension)).not.toContain("device");
  const tgi = groups[0]?.options.find((option) => option.value === "tgi");
  expect(tgi).toMatchObject({ disabled: true, reason: "TGI has no image for CPU. It comes for GPU." });
});

test("a part that a family does not have is folded away with a sentence", () => {
  const tgi = containerById("huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04");
  if (!tgi) throw new Error("the image is in the catalogue");
  const groups = choiceGroups(tgi, { region });
  expect(groups.find((group) => group.dimension === "transformersVersion")?.notApplicable).toBe(
    "TGI images do not name one",
  );
  expect(groups.find((group) => group.dimension === "engineVersion")?.legend).toBe("TGI version");
});

test("builds are asked for only where several differ in nothing else", () => {
  const dimensions = choiceGroups(defaultContainer(), { region }).map((group) => group.dimension);
  expect(dimensions).not.toContain("build");
  expect(dimensions).not.toContain("engineVersion");
});

test("a server is chosen by its own version first", () => {
  const vllm = containerById("huggingface-vllm:0.21.0-transformers5.8.1-gpu-py312-cu130-ubuntu22.04");
  if (!vllm) throw new Error("the image is in the catalogue");
  const versions = choiceGroups(vllm, { region }).find((group) => group.dimension === "frameworkVersion");
  const impossible = versions?.options.filter((option) => option.disabled).map((option) => option.value);
  expect(impossible, "only those of vLLM on Neuron").toStrictEqual(["0.11.0", "0.10.2"]);
});
