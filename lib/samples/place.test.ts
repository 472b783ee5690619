import { expect, test } from "vitest";

import { TRAINING_SAMPLES } from "@/catalog/samples/data";

import { sampleOfSource, samplePlace } from "./place";

const [sample] = TRAINING_SAMPLES;
if (!sample) throw new Error("There is no sample.");

test("a sample is known by the address of its script, and only by that", () => {
  const { sourceUri } = samplePlace(sample, "bucket", "0123456789abcdef");
  expect(sampleOfSource(sourceUri)).toBe(sample);
  expect(sampleOfSource(sourceUri.replace("samples/", "other/samples/"))).toBeNull();
  expect(sampleOfSource(sourceUri.replace("text-classifier", "no-such-sample"))).toBeNull();
  expect(sampleOfSource(sourceUri.replace("sourcedir", "else"))).toBeNull();
  expect(sampleOfSource(null)).toBeNull();
});
