import { expect, test } from "vitest";

import { parseImageUri } from "./image-uri";
import { type ContainerRequest, resolveContainer } from "./resolve";
import { containerById, contradictionsOf } from "./select";
import refused from "./testing/refused.data.json";
import vectors from "./testing/vectors.data.json";
import wrongInSdk from "./testing/wrong-in-sdk.data.json";

// JSON imports widen "training" to string; the shapes are those of ContainerRequest.
const request = (row: { request: object }) => row.request as ContainerRequest;

test("there are 40 known answers, 18 known refusals and 11 calls that the SDK answers wrongly", () => {
  expect([vectors.length, refused.length, wrongInSdk.length]).toStrictEqual([40, 18, 11]);
});

test.each(vectors)("$id resolves to the URI that the SDK gave", (row) => {
  expect(resolveContainer(request(row))).toMatchObject({ ok: true, imageUri: row.imageUri });
  expect(parseImageUri(row.imageUri)).toMatchObject({ ok: true, region: row.request.region });
});

test.each(refused)("$id is refused with a reason: $why", (row) => {
  expect(resolveContainer(request(row))).toStrictEqual({ ok: false, reason: row.reason });
});

test.each(wrongInSdk)("$id does not repeat the SDK's mistake: $why", (row) => {
  const resolution = resolveContainer(request(row));
  if ("imageUri" in row) {
    expect(resolution).toMatchObject({ ok: true, imageUri: row.imageUri });
  } else {
    expect(resolution).toStrictEqual({ ok: false, reason: row.reason });
  }
});

test("no URI is made up: each one resolved is an image of the catalogue", () => {
  for (const row of [...vectors, ...wrongInSdk]) {
    const resolution = resolveContainer(request(row));
    if (resolution.ok) expect(containerById(resolution.container.id)).toBe(resolution.container);
  }
});

test("a tag that AWS never published is resolved as the SDK does, with the contradiction beside it", () => {
  const row = wrongInSdk.find((candidate) => candidate.id === "w11");
  const resolution = row && resolveContainer(request(row));
  if (!resolution?.ok) throw new Error("w11 must resolve");
  expect(contradictionsOf(resolution.container)).toStrictEqual([
    expect.objectContaining({ text: expect.stringContaining("lists only 2.4.3") }),
  ]);
});

test("short and full versions do not mix", () => {
  const resolution = resolveContainer({
    use: "training",
    family: "huggingface",
    framework: "pytorch",
    frameworkVersion: "1.10.2",
    transformersVersion: "4.17",
    region: "us-east-1",
  });
  expect(resolution).toStrictEqual({ ok: false, reason: expect.stringContaining("does not mix them") });
});
