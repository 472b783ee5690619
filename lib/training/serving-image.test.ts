import { expect, test } from "vitest";
import { containers } from "@/catalog/containers/data";
import { buildImageUri } from "@/catalog/containers/image-uri";
import { containerById } from "@/catalog/containers/select";

import { servingImage } from "./serving-image";

function uri(id: string): string {
  const container = containerById(id);
  const built = container && buildImageUri(container, "us-east-1");
  if (!built?.ok) throw new Error(`${id} is not in us-east-1`);
  return built.imageUri;
}

test("a model is served by the image with the version it was trained with", () => {
  const trained = uri("huggingface-pytorch-training:2.5.1-transformers4.49.0-gpu-py311-cu124-ubuntu22.04");
  const { containerId, note } = servingImage(trained, "us-east-1");
  expect(containerById(containerId ?? "")).toMatchObject({
    use: "inference",
    device: "cpu",
    framework: "pytorch",
    transformersVersion: "4.49.0",
  });
  expect(note).toBeNull();
});

test("where no image has the version, the next newer one serves, and that is said", () => {
  const trained = uri("huggingface-pytorch-training:2.1.0-transformers4.36.0-gpu-py310-cu121-ubuntu20.04");
  const { containerId, note } = servingImage(trained, "us-east-1");
  expect(containerById(containerId ?? "")?.transformersVersion).toBe("4.37.0");
  expect(note).toBe("No inference image has transformers 4.36.0; the next newer one has 4.37.0.");
});

test("a model newer than every inference image gets the newest one with a warning", () => {
  const trained = uri("huggingface-pytorch-training:2.11.0-transformers5.13.1-gpu-py312-cu130-amzn2023-sagemaker");
  const { containerId, note } = servingImage(trained, "us-east-1");
  expect(containerById(containerId ?? "")?.transformersVersion).toBe("5.5.3");
  expect(note).toContain("may not be able to load");
});

test("for an image of one's own nothing is guessed", () => {
  expect(servingImage("111122223333.dkr.ecr.us-east-1.amazonaws.com/mine:1", "us-east-1").containerId).toBeNull();
});

test("what the Training Compiler trained is served by the plain image of its versions", () => {
  const trained = uri("huggingface-pytorch-trcomp-training:1.11.0-transformers4.21.1-gpu-py38-cu113-ubuntu20.04");
  const { containerId } = servingImage(trained, "us-east-1");
  expect(containerById(containerId ?? "")).toMatchObject({
    family: "huggingface",
    framework: "pytorch",
    device: "cpu",
  });
});

test("what TensorFlow trained is never given to PyTorch", () => {
  const tensorflow = containers.filter((row) => row.use === "training" && row.framework === "tensorflow");
  expect(tensorflow.length).toBeGreaterThan(0);
  for (const row of tensorflow) {
    const built = buildImageUri(row, "us-east-1");
    if (!built.ok) continue;
    const { containerId, note } = servingImage(built.imageUri, "us-east-1");
    const serving = containerId ? containerById(containerId) : null;
    if (serving) expect(serving.framework).toBe("tensorflow");
    else expect(note).toContain("No inference image");
  }
});
