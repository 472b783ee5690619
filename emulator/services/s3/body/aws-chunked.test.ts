import { expect, test } from "vitest";
import { decodeAwsChunked } from "./aws-chunked.ts";

async function decode(text: string, piece: number) {
  const trailers = new Map<string, string>();
  async function* source() {
    for (let at = 0; at < text.length; at += piece) yield Buffer.from(text.slice(at, at + piece));
  }
  let data = "";
  for await (const chunk of decodeAwsChunked(source(), trailers)) data += chunk;
  return { data, trailers: Object.fromEntries(trailers) };
}

const UNSIGNED = "6\r\nhello \r\n5\r\nworld\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";
const SIGNED =
  "6;chunk-signature=aa\r\nhello \r\n5;chunk-signature=bb\r\nworld\r\n0;chunk-signature=cc\r\n" +
  "x-amz-checksum-crc32c:sOO8/Q==\n\r\n\r\nx-amz-trailer-signature:dd\r\n\r\n";

test.each([1, 2, 3, 7, 1000])("framing comes off in pieces of %i bytes", async (piece) => {
  expect(await decode(UNSIGNED, piece)).toStrictEqual({
    data: "hello world",
    trailers: { "x-amz-checksum-crc32": "DUoRhQ==" },
  });
  expect(await decode(SIGNED, piece)).toStrictEqual({
    data: "hello world",
    trailers: { "x-amz-checksum-crc32c": "sOO8/Q==", "x-amz-trailer-signature": "dd" },
  });
});

test.each([
  "",
  "5\r\nhel",
  "5\r\nhello!\r\n0\r\n\r\n",
  "zz\r\n",
  "5\r\nhello\r\n",
  "x".repeat(20_000),
])("a broken frame is refused", async (text) => {
  await expect(decode(text, 1000)).rejects.toMatchObject({ type: "IncompleteBody" });
});
