import { expect, test } from "vitest";
import { findModelSource } from "./model-source.ts";

const options = { cacheDir: "/nowhere", objectFile: () => null };

function find(environment: Record<string, string>) {
  const names = { region: "us-east-1", endpointName: "e", variantName: "v" };
  return findModelSource({ ...names, image: "i", modelDataUrl: null, environment }, options);
}

test.each(["gpt2", "org/model", "org/model-v1.0_x"])("%s is a model on the Hub", async (id) => {
  expect(await find({ HF_MODEL_ID: id, HF_MODEL_REVISION: "refs/pr/1" })).toMatchObject({
    source: { kind: "hub", id, revision: "refs/pr/1" },
  });
});

test.each([
  "../../etc/passwd",
  "/etc/passwd",
  "org/..",
  "a/b/c",
  "https://example.com/x",
  "org/model?x",
])("%s is not", async (id) => {
  await expect(find({ HF_MODEL_ID: id })).rejects.toThrow("is not the id of a model on the Hugging Face Hub");
});

test("a revision cannot lead out of the cache", async () => {
  await expect(find({ HF_MODEL_ID: "gpt2", HF_MODEL_REVISION: "../../x" })).rejects.toThrow(
    "not the name of a revision",
  );
});

test("endpoints with different tokens share nothing", async () => {
  const [a, b] = [
    await find({ HF_MODEL_ID: "org/m", HF_TOKEN: "a" }),
    await find({ HF_MODEL_ID: "org/m", HF_TOKEN: "b" }),
  ];
  expect(a.identity).not.toBe(b.identity);
});
