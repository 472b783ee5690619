import {
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUCKET, s3Client } from "../../testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const KEYS = ["a.txt", "dir/1", "dir/2", "dir/sub/3", "dir2/4", "z b+é", "\u{ff5e}", "\u{1f389}"];

let emulator: TestEmulator;
let s3: ReturnType<typeof s3Client>;
beforeAll(async () => {
  emulator = await startTestEmulator();
  s3 = s3Client(emulator);
  for (const Key of KEYS) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));
});
afterAll(() => emulator.close());

async function list(input: Partial<ListObjectsV2CommandInput> = {}) {
  const answer = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }));
  return {
    keys: (answer.Contents ?? []).map((object) => object.Key),
    prefixes: (answer.CommonPrefixes ?? []).map((group) => group.Prefix),
    next: answer.NextContinuationToken,
    count: answer.KeyCount,
  };
}

test("keys come in the order of their UTF-8 bytes", async () => {
  expect((await list()).keys).toStrictEqual(KEYS);
});

test("a delimiter folds folders", async () => {
  const { keys, prefixes, count } = await list({ Delimiter: "/" });
  expect(keys).toStrictEqual(["a.txt", "z b+é", "\u{ff5e}", "\u{1f389}"]);
  expect(prefixes).toStrictEqual(["dir/", "dir2/"]);
  expect(count).toBe(6);
});

test("a prefix narrows, and folds behind itself", async () => {
  expect((await list({ Prefix: "dir/" })).keys).toStrictEqual(["dir/1", "dir/2", "dir/sub/3"]);
  expect((await list({ Prefix: "dir/", Delimiter: "/" })).prefixes).toStrictEqual(["dir/sub/"]);
});

test("start-after leaves out what stands before", async () => {
  expect((await list({ StartAfter: "dir/2" })).keys).toStrictEqual(KEYS.slice(3));
});

test.each([1, 2, 3])("pages of %i give each entry once", async (MaxKeys) => {
  const seen: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await list({ MaxKeys, Delimiter: "/", ContinuationToken });
    expect(page.keys.length + page.prefixes.length).toBeLessThanOrEqual(MaxKeys);
    seen.push(...page.keys, ...page.prefixes);
    ContinuationToken = page.next;
  } while (ContinuationToken !== undefined);
  expect(seen.toSorted()).toStrictEqual(["a.txt", "dir/", "dir2/", "z b+é", "\u{ff5e}", "\u{1f389}"].toSorted());
});

test("the first version of listing goes on from its marker", async () => {
  const seen: (string | undefined)[] = [];
  let Marker: string | undefined;
  do {
    const page = await s3.send(new ListObjectsCommand({ Bucket: BUCKET, Delimiter: "/", MaxKeys: 1, Marker }));
    seen.push(
      ...(page.Contents ?? []).map(({ Key }) => Key),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    );
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  expect(seen).toStrictEqual(["a.txt", "dir/", "dir2/", "z b+é", "\u{ff5e}", "\u{1f389}"]);
});

test("keys are percent-encoded on request", async () => {
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "z", EncodingType: "url" }));
  expect(Contents?.[0]?.Key).toBe("z%20b%2B%C3%A9");
});

test("the owner is told on request, and asking for no keys gives an empty page", async () => {
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, MaxKeys: 1, FetchOwner: true }));
  expect(Contents?.[0]?.Owner?.ID).toHaveLength(64);
  expect(await list({ MaxKeys: 0 })).toStrictEqual({ keys: [], prefixes: [], next: undefined, count: 0 });
});
