import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { packTar, unpackTar } from "modern-tar";
import { expect, test } from "vitest";

import { MAX_CODE_BYTES } from "./limits";
import { packArchive } from "./pack-archive";

type Files = Record<string, string | Uint8Array>;

async function archive(files: Files): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, body]) => ({
    header: name.endsWith("/")
      ? ({ name, size: 0, type: "directory" } as const)
      : ({ name, size: Buffer.byteLength(body), type: "file" } as const),
    body: name.endsWith("/") ? undefined : body,
  }));
  return gzipSync(await packTar(entries));
}

const stream = (bytes: Uint8Array) => Readable.from(inPieces(bytes));

function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000);
}

async function unpacked(readable: ReadableStream<Uint8Array>) {
  return unpackTar(gunzipSync(await new Response(readable).arrayBuffer()));
}

async function packed(model: Uint8Array | null, code: Uint8Array): Promise<Record<string, string>> {
  const readable = packArchive(model && stream(model), stream(code));
  const entries = await unpacked(readable);
  return Object.fromEntries(entries.map(({ header, data }) => [header.name, Buffer.from(data ?? []).toString()]));
}

test("code goes under code/, and everything else stays as it was", async () => {
  const model = await archive({ "./config.json": "{}", "onnx/": "", "onnx/model.onnx": "weights" });
  const code = await archive({ "inference.py": "def model_fn(d): ...", "lib/helper.py": "x = 1" });
  expect(await packed(model, code)).toStrictEqual({
    "./config.json": "{}",
    "onnx/": "",
    "onnx/model.onnx": "weights",
    "code/inference.py": "def model_fn(d): ...",
    "code/lib/helper.py": "x = 1",
  });
});

test("code that the archive brought is replaced, with all that lay beside it", async () => {
  const model = await archive({
    "config.json": "{}",
    "code/": "",
    "./code/inference.py": "old",
    "code/old.py": "old",
    "codebook.json": "stays",
  });
  expect(await packed(model, await archive({ "inference.py": "new" }))).toStrictEqual({
    "config.json": "{}",
    "codebook.json": "stays",
    "code/inference.py": "new",
  });
});

test("without a model the archive holds the code alone", async () => {
  expect(await packed(null, await archive({ "inference.py": "new" }))).toStrictEqual({ "code/inference.py": "new" });
});

test("long names and large files come through whole", async () => {
  const name = `${"folder/".repeat(30)}weights.bin`;
  const weights = randomBytes(12 * 1024 * 1024);
  const readable = packArchive(
    stream(await archive({ [name]: weights })),
    stream(await archive({ "inference.py": "new" })),
  );
  const entries = await unpacked(readable);
  expect(entries.map(({ header }) => header.name)).toStrictEqual([name, "code/inference.py"]);
  expect(Buffer.from(entries[0]?.data ?? []).equals(weights)).toBe(true);
});

test.each<[string, () => Promise<[Uint8Array, Uint8Array]>, RegExp]>([
  [
    "a model that is cut off",
    async () => [
      (await archive({ "w.bin": randomBytes(300_000) })).subarray(0, 200_000),
      await archive({ "inference.py": "" }),
    ],
    /no complete tar\.gz/,
  ],
  [
    "a model that is no archive",
    async () => [Buffer.from("text"), await archive({ "inference.py": "" })],
    /no complete tar\.gz/,
  ],
  [
    "code that leads out of its folder",
    async () => [await archive({}), await archive({ "../x.py": "" })],
    /leads out of its folder/,
  ],
  [
    "too much code",
    async () => [await archive({}), await archive({ "data.bin": new Uint8Array(MAX_CODE_BYTES + 1) })],
    /larger than 50 MiB/,
  ],
])("%s is refused", async (_what, make, reason) => {
  const [model, code] = await make();
  const readable = packArchive(stream(model), stream(code));
  await expect(new Response(readable).arrayBuffer()).rejects.toThrow(reason);
});
