import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUCKET, s3Client } from "../../testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

const PAGE = "http://localhost:3000";
const presigner = () => s3Client(emulator, { requestChecksumCalculation: "WHEN_REQUIRED" });
const signingDate = () => new Date(emulator.clock.now());

test("a browser may upload and read by presigned addresses", async () => {
  const upload = await getSignedUrl(presigner(), new PutObjectCommand({ Bucket: BUCKET, Key: "up é.txt" }), {
    signingDate: signingDate(),
  });
  const preflight = await fetch(upload, {
    method: "OPTIONS",
    headers: { origin: PAGE, "access-control-request-method": "PUT", "access-control-request-headers": "content-type" },
  });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get("access-control-allow-origin")).toBe(PAGE);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");

  const sent = await fetch(upload, { method: "PUT", body: "from a page", headers: { origin: PAGE } });
  expect(sent.status).toBe(200);
  expect(sent.headers.get("access-control-expose-headers")).toContain("ETag");

  const download = await getSignedUrl(
    presigner(),
    new GetObjectCommand({ Bucket: BUCKET, Key: "up é.txt", ResponseContentDisposition: "attachment" }),
    { signingDate: signingDate() },
  );
  const received = await fetch(download);
  expect(await received.text()).toBe("from a page");
  expect(received.headers.get("content-disposition")).toBe("attachment");
});

test("an address lives as long as it says", async () => {
  const url = await getSignedUrl(presigner(), new GetObjectCommand({ Bucket: BUCKET, Key: "k" }), {
    signingDate: signingDate(),
    expiresIn: 60,
  });
  expect((await fetch(url)).status).toBe(404);
  emulator.clock.advance(61_000);
  const late = await fetch(url);
  expect(late.status).toBe(403);
  expect(await late.text()).toContain("<Message>Request has expired</Message>");
});

test("an upload that does not match the checksum in its address is refused", async () => {
  const command = new PutObjectCommand({ Bucket: BUCKET, Key: "k", ChecksumCRC32: "AAAAAA==" });
  const url = await getSignedUrl(presigner(), command, { signingDate: signingDate() });
  const answer = await fetch(url, { method: "PUT", body: "not empty" });
  expect(await answer.text()).toContain("<Code>BadDigest</Code>");
});

test("the older signature of boto3's defaults is taken until it expires", async () => {
  const address = (expires: number) =>
    `${emulator.url}/${BUCKET}/k?AWSAccessKeyId=x&Signature=y&Expires=${Math.floor(expires / 1000)}`;
  expect((await fetch(address(emulator.clock.now() + 60_000))).status).toBe(404);
  expect((await fetch(address(emulator.clock.now() - 60_000))).status).toBe(403);
});

test("nobody reads without any signature, and no foreign page reads at all", async () => {
  const anonymous = await fetch(`${emulator.url}/${BUCKET}/k`);
  expect(anonymous.status).toBe(403);
  expect(await anonymous.text()).toContain("<Code>AccessDenied</Code>");
  const preflight = await fetch(`${emulator.url}/${BUCKET}/k`, {
    method: "OPTIONS",
    headers: { origin: "https://example.com", "access-control-request-method": "GET" },
  });
  expect(preflight.status).toBe(403);
  expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
});

test("a bucket may stand in the host name", async () => {
  await s3Client(emulator).send(new PutObjectCommand({ Bucket: BUCKET, Key: "host/k", Body: "by host" }));
  const url = new URL(`${emulator.url}/host/k?AWSAccessKeyId=x&Signature=y&Expires=99999999999`);
  const { request } = await import("node:http");
  const body = await new Promise<string>((resolve, reject) => {
    const req = request(url, { headers: { host: `${BUCKET}.localhost:4566` } }, (res) => {
      res.setEncoding("utf8");
      let text = "";
      res.on("data", (chunk) => {
        text += chunk;
      });
      res.on("end", () => resolve(text));
    });
    req.on("error", reject).end();
  });
  expect(body).toBe("by host");
});
