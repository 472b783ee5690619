import { randomBytes } from "node:crypto";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

const s3 = new S3Client({
  region: "us-east-1",
  endpoint: E2E.emulatorUrl,
  forcePathStyle: true,
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

async function makeBucket(name: string): Promise<string> {
  const bucket = name.toLowerCase();
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  return bucket;
}

/** What the emulator does at the next call of an operation of S3; null: nothing out of the ordinary. */
async function plan(operation: string, error: object | null): Promise<void> {
  const answer = await fetch(`${E2E.emulatorUrl}/_emulator/faults`, {
    method: "POST",
    body: JSON.stringify({ service: "s3", operation, error }),
  });
  expect(answer.ok).toBe(true);
}

const denied = { type: "AccessDenied", message: "Access Denied by a test", status: 403 };

test("a folder for a channel is found by the keyboard alone, and a CSV in it looked into", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const bucket = await makeBucket(uniqueName("channel"));
  const csv = 'text,label\n"good, really",1\nbad,0\n';
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "data/train/reviews.csv", Body: csv }));
  await page.goto("/local/training/new");
  await page.getByRole("button", { name: "Add a channel" }).click();
  await page.getByRole("textbox", { name: "S3 address 1" }).fill(`s3://${bucket}/`);
  await page.getByRole("button", { name: "Browse S3: S3 address 1" }).press("Enter");

  const dialog = page.getByRole("dialog", { name: "Choose in S3" });
  const list = dialog.getByRole("listbox");
  await expect(list.getByRole("option", { name: "data/" })).toBeVisible();
  await dialog.getByRole("textbox", { name: "Address" }).press("ArrowDown");
  await expect(list).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("option", { name: "train/" })).toBeVisible();
  await list.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("option", { name: /reviews\.csv/ })).toBeVisible();
  await list.press("ArrowDown");
  const table = dialog.getByRole("table", { name: /reviews\.csv/ });
  await expect(table.getByRole("cell", { name: "good, really" })).toBeVisible();
  await expectAccessible();

  await list.press("Backspace");
  await expect(list.getByRole("option", { name: "train/" })).toBeVisible();
  await list.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Use this folder" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "S3 address 1" })).toHaveValue(`s3://${bucket}/data/train/`);
});

test("an upload in parts stops at a failed part, goes on behind it, and asks before it writes over", async ({
  page,
  uniqueName,
}) => {
  const bucket = await makeBucket(uniqueName("upload"));
  const content = randomBytes(20 * 1024 * 1024);
  await page.goto("/local/training/new");
  await page.getByRole("textbox", { name: "Output" }).fill(`s3://${bucket}/`);
  await page.getByRole("button", { name: "Browse S3: Output" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose in S3" });
  await expect(dialog.getByText("Nothing is here")).toBeVisible();

  await plan("UploadPart", null); // the first part arrives
  await plan("UploadPart", denied);
  const file = { name: "weights.bin", mimeType: "application/octet-stream", buffer: content };
  await dialog.getByLabel("Files to upload here").setInputFiles(file);
  await expect(dialog.getByText("The upload stopped at 8 MiB")).toBeVisible();
  await expect(dialog.getByText("Access Denied by a test")).toBeVisible();

  await plan("CreateMultipartUpload", denied); // would fail if it began anew
  await dialog.getByRole("button", { name: "Resume weights.bin" }).click();
  await expect(dialog.getByText("20 MiB uploaded")).toBeVisible();
  await fetch(`${E2E.emulatorUrl}/_emulator/faults`, { method: "DELETE" });
  await dialog.getByRole("option", { name: /weights\.bin/ }).click();
  await expect(dialog.getByText("Files of this kind are not shown.")).toBeVisible();

  const answer = await page.request.get(
    `/api/workspaces/local/s3/object?${new URLSearchParams({ bucket, key: "weights.bin", as: "download" })}`,
  );
  expect(Buffer.compare(await answer.body(), content)).toBe(0);

  await dialog.getByLabel("Files to upload here").setInputFiles({ ...file, buffer: Buffer.from("short") });
  await expect(dialog.getByText("There is an object of this name already.")).toBeVisible();
  await dialog.getByRole("button", { name: "Replace weights.bin" }).click();
  await expect(dialog.getByText("5 B uploaded")).toBeVisible();
});

test("a role that may not list says so, and a typed address opens all the same", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const bucket = await makeBucket(uniqueName("typed"));
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "model.tar.gz", Body: "x" }));
  await page.goto("/local/training/new");
  await page.getByRole("textbox", { name: "Output" }).fill(`s3://${bucket}/`);
  await plan("ListObjectsV2", denied);
  await page.getByRole("button", { name: "Browse S3: Output" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose in S3" });
  const refusal = dialog.getByRole("alert");
  await expect(refusal).toContainText(`s3://${bucket}/ could not be listed`);
  await expect(refusal).toContainText("Access Denied by a test");
  await expect(refusal.getByRole("button", { name: "Copy AWS request id" })).toBeVisible();
  await expectAccessible();

  await dialog.getByRole("textbox", { name: "Address" }).fill("not an address");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Write it as s3://bucket/folder/.")).toBeVisible();
  await refusal.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByRole("option", { name: /model\.tar\.gz/ })).toBeVisible();
});
