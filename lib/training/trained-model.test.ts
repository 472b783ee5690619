import { expect, test } from "vitest";

import { containers } from "@/catalog/containers/data";
import { buildImageUri, parseImageUri } from "@/catalog/containers/image-uri";

import { trainedModel } from "./trained-model";

function trainingImage(): string {
  const container = containers.find(
    ({ use, transformersVersion }) => use === "training" && transformersVersion === "4.49.0",
  );
  const built = container && buildImageUri(container, "us-east-1");
  if (!built?.ok) throw new Error("The catalogue has no such training image.");
  return built.imageUri;
}

test("an archive comes with the region's image that can load it, and the task of a sample", () => {
  const model = trainedModel(
    {
      artifactUri: "s3://bucket/job/output/model.tar.gz",
      image: trainingImage(),
      sourceUri: "s3://bucket/samples/text-classifier/0123456789abcdef/sourcedir.tar.gz",
    },
    "us-east-1",
  );
  expect(model).toMatchObject({ archiveUri: "s3://bucket/job/output/model.tar.gz", task: "text-classification" });
  const parsed = parseImageUri(model.image ?? "");
  expect(parsed.ok && [parsed.container.use, parsed.container.transformersVersion]).toStrictEqual([
    "inference",
    "4.49.0",
  ]);
});

test("what cannot be served says why", () => {
  const job = { image: trainingImage(), sourceUri: null };
  expect(trainedModel({ ...job, artifactUri: null }, "us-east-1")).toMatchObject({
    archiveUri: null,
    note: "This job left no model.",
  });
  expect(trainedModel({ ...job, artifactUri: "s3://bucket/job/output/model" }, "us-east-1").note).toContain(
    "uncompressed",
  );
  const foreign = trainedModel(
    { ...job, image: "1.dkr.ecr.x.amazonaws.com/own:1", artifactUri: "s3://b/m.tar.gz" },
    "us-east-1",
  );
  expect(foreign).toMatchObject({ archiveUri: "s3://b/m.tar.gz", image: null, isRisky: true });
});
