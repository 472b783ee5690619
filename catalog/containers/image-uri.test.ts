import { expect, test } from "vitest";

import { regions } from "@/catalog/regions/data";

import { containers } from "./data";
import { buildImageUri, parseImageUri } from "./image-uri";
import { registriesOf } from "./registries";
import { containerById } from "./select";

test("every image resolves in every region of its set, fails elsewhere, and every URI reads back", () => {
  for (const container of containers) {
    const accounts = registriesOf(container);
    for (const region of regions) {
      const built = buildImageUri(container, region.id);
      if (region.id in accounts) {
        if (!built.ok) throw new Error(built.reason);
        expect(built.account).toBe(accounts[region.id]);
        const parsed = parseImageUri(built.imageUri);
        expect(parsed.ok && [parsed.container.id, parsed.region]).toStrictEqual([container.id, region.id]);
      } else {
        expect(built).toStrictEqual({ ok: false, reason: expect.stringContaining(`is not held in ${region.id}`) });
      }
    }
  }
});

test("each partition has its own host names", () => {
  const container = containerById("huggingface-pytorch-inference:1.10.2-transformers4.17.0-gpu-py38-cu113-ubuntu20.04");
  expect(container && buildImageUri(container, "cn-north-1")).toMatchObject({
    imageUri:
      "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/huggingface-pytorch-inference:1.10.2-transformers4.17.0-gpu-py38-cu113-ubuntu20.04",
  });
});

test.each([
  ["nonsense", "This is no ECR image URI"],
  ["763104351884.dkr.ecr.us-east-1.amazonaws.com/my-repository:latest", "No Hugging Face image is known"],
  [
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/tei:2.0.1-tei1.8.2-gpu-py310-cu122-ubuntu22.04",
    "lies in account 683313688378",
  ],
  [
    "683313688378.dkr.ecr.us-east-1.amazonaws.com.cn/tei:2.0.1-tei1.8.2-gpu-py310-cu122-ubuntu22.04",
    "end in amazonaws.com, not amazonaws.com.cn",
  ],
  [
    "683313688378.dkr.ecr.mx-central-1.amazonaws.com/tei:2.0.1-tei1.8.2-gpu-py310-cu122-ubuntu22.04",
    "is not held in mx-central-1",
  ],
])("%s is refused with what is wrong", (uri, reason) => {
  expect(parseImageUri(uri)).toStrictEqual({ ok: false, reason: expect.stringContaining(reason) });
});

test("a short tag of the SDK reads as the same image", () => {
  const parsed = parseImageUri(
    "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-training:1.10-transformers4.17-gpu-py38-cu113-ubuntu20.04",
  );
  expect(parsed).toMatchObject({
    ok: true,
    isShortTag: true,
    container: { tag: "1.10.2-transformers4.17.0-gpu-py38-cu113-ubuntu20.04" },
  });
});
