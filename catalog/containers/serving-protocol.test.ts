import { expect, test } from "vitest";

import { containers } from "./data";
import { buildImageUri } from "./image-uri";
import { regionsOf } from "./registries";
import { engineVersion, SERVING_PROTOCOLS, servingFamily, servingProtocol } from "./serving-protocol";

const ECR = "763104351884.dkr.ecr.us-east-1.amazonaws.com";

test("every inference image of the catalogue has the family of its row and a protocol; no training image has", () => {
  for (const row of containers) {
    const built = buildImageUri(row, regionsOf(row)[0] ?? "");
    if (!built.ok) throw new Error(built.reason);
    expect(servingFamily(built.imageUri)).toBe(row.use === "inference" ? row.family : null);
    expect(servingProtocol(built.imageUri) === null).toBe(row.use === "training");
  }
});

test.each([
  ["huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04", "toolkit"],
  ["huggingface-pytorch-inference-neuronx:2.1.2-transformers4.41.1-neuronx-py310-sdk2.19.1-ubuntu20.04", "toolkit"],
  ["huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04", "tgi"],
  ["huggingface-pytorch-tgi-inference:2.7.0-optimum3.3.6-neuronx-py310-ubuntu22.04", "tgi"],
  ["huggingface-vllm:0.21.0-transformers5.8.1-gpu-py312-cu130-ubuntu22.04", "openai-chat"],
  ["huggingface-sglang:0.5.8-transformers4.57.3-gpu-py312-cu129-ubuntu24.04", "openai-chat"],
  ["tei-cpu:2.0.1-tei1.8.2-cpu-py310-ubuntu22.04", "tei"],
  ["huggingface-pytorch-training:2.5.1-transformers4.49.0-gpu-py311-cu124-ubuntu22.04", null],
  ["my-own-image:latest", null],
  ["", null],
])("%s speaks %s", (name, protocol) => {
  expect(servingProtocol(name && `${ECR}/${name}`)).toBe(protocol);
});

test("a tag newer than the catalogue, a digest and a copy in another account count by their repository", () => {
  expect(servingFamily(`${ECR}/huggingface-pytorch-tgi-inference:9.9.9-tgi9.9.9-gpu-py314-cu150-ubuntu26.04`)).toBe(
    "tgi",
  );
  expect(servingFamily(`${ECR}/huggingface-pytorch-tgi-inference:9.9.9-optimum9.9.9-neuronx-py314-ubuntu26.04`)).toBe(
    "tgi-neuronx",
  );
  expect(servingFamily(`${ECR}/huggingface-vllm@sha256:${"0".repeat(64)}`)).toBe("vllm");
  expect(servingFamily("111122223333.dkr.ecr.eu-west-1.amazonaws.com/mirror/tei-cpu:mine")).toBe("tei");
});

test.each([
  ["huggingface-pytorch-tgi-inference:2.4.0-tgi3.0.1-gpu-py311-cu124-ubuntu22.04-v2.1", [3, 0, 1]],
  ["huggingface-pytorch-tgi-inference:2.7.0-optimum3.3.6-neuronx-py310-ubuntu22.04", [3, 3, 6]],
  ["tei:2.0.1-tei1.8.2-gpu-py310-cu122-ubuntu22.04", [1, 8, 2]],
  ["huggingface-vllm:0.21.0-transformers5.8.1-gpu-py312-cu130-ubuntu22.04", [0, 21, 0]],
  ["huggingface-sglang:0.5.8-transformers4.57.3-gpu-py312-cu129-ubuntu24.04", [0, 5, 8]],
  ["huggingface-vllm:latest", null],
  ["huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04", null],
])("the model server of %s has the version %j", (name, version) => {
  expect(engineVersion(`${ECR}/${name}`)).toStrictEqual(version);
});

test("the servers of language models stream, the others answer in one piece", () => {
  const streaming = Object.entries(SERVING_PROTOCOLS).filter(([, { canStream }]) => canStream);
  expect(streaming.map(([name]) => name)).toStrictEqual(["tgi", "openai-chat"]);
});
