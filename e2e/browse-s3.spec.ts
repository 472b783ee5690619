import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Page } from "@playwright/test";

import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

const BUCKET = "sagemaker-us-east-1-111122223333";
const PART = 8 * 1024 * 1024;

// A planned fault is for whichever call comes next, and only these tests list buckets.
test.describe.configure({ mode: "serial" });

const s3 = new S3Client({
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  forcePathStyle: true,
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

const put = (key: string, body: string) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));

/** The S3 browser of the form's "Output", at a folder of the workspace's bucket. */
async function browseOutput(page: Page, folder: string) {
  await page.goto("/local/training/new");
  await page.getByRole("textbox", { name: "Output" }).fill(`s3://${BUCKET}/${folder}`);
  await page.getByRole("button", { name: "Browse S3: Output" }).click();
  return page.getByRole("dialog", { name: "Choose in S3" });
}

test("folders are walked by keyboard, objects looked into, and a folder is picked", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("walk");
  await put(`${name}/data/reviews.jsonl`, '{"inputs": "good"}\n{"inputs": "bad"}\n');
  await put(`${name}/data/notes.txt`, "read me");
  await put(`${name}/empty/nothing.bin`, "");

  const dialog = await browseOutput(page, `${name}/`);
  const list = dialog.getByRole("listbox", { name: `s3://${BUCKET}/${name}/` });
  await expect(list.getByRole("option")).toHaveCount(2);
  await list.focus();
  await list.press("ArrowDown");
  await list.press("Enter");
  await expect(dialog.getByRole("option", { name: /reviews\.jsonl/ })).toBeVisible();
  await page.keyboard.press("End");
  const object = dialog.getByRole("region", { name: "Selected object" });
  await expect(object).toContainText("37 bytes");
  await expect(object.getByRole("table", { name: `Beginning of ${name}/data/reviews.jsonl` })).toContainText("good");
  await expectAccessible();

  const download = page.waitForEvent("download");
  await object.getByRole("link", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("reviews.jsonl");

  await dialog.getByRole("searchbox", { name: "Names that begin with" }).fill("no");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await dialog.getByRole("searchbox", { name: "Names that begin with" }).fill("");
  await dialog.getByRole("button", { name: "Use this folder" }).click();
  await expect(page.getByRole("textbox", { name: "Output" })).toHaveValue(`s3://${BUCKET}/${name}/data/`);
});

test("a large upload that loses its way goes on behind the last part, and arrives whole", async ({
  page,
  uniqueName,
}) => {
  test.slow();
  const name = uniqueName("send");
  const dialog = await browseOutput(page, `${name}/`);
  await expect(dialog.getByText("Nothing is here")).toBeVisible();

  const sent: number[] = [];
  page.on("request", (request) => {
    const part = new URL(request.url()).searchParams.get("part");
    if (request.method() === "PUT" && part) sent.push(Number(part));
  });
  await page.route(/\/s3\/uploads\?.*part=3/, (route) => route.abort("connectionreset"));
  const bytes = Buffer.alloc(2 * PART + 1_234_567, "a line of text that repeats\n");
  await dialog
    .getByLabel("Files to upload here")
    .setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer: bytes });
  await expect(dialog.getByText("The upload stopped at 16 MiB")).toBeVisible({ timeout: 60_000 });

  await page.unroute(/\/s3\/uploads\?.*part=3/);
  await dialog.getByRole("button", { name: "Resume large.txt" }).click();
  await expect(dialog.getByText("17.2 MiB uploaded")).toBeVisible({ timeout: 60_000 });
  expect(sent.filter((part) => part < 3)).toEqual([1, 2]);
  await expect(dialog.getByRole("option", { name: /large\.txt/ })).toBeVisible();
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: `${name}/large.txt` }));
  expect(bytes.equals(Buffer.from((await Body?.transformToByteArray()) ?? []))).toBe(true);

  await dialog
    .getByLabel("Files to upload here")
    .setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer: Buffer.from("small now") });
  await dialog.getByRole("button", { name: "Keep what is there" }).click();
  await expect(dialog.getByText("There is an object of this name already.")).toHaveCount(0);
});

test("buckets that may not be listed say so, and an address typed by hand still opens", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("denied");
  await put(`${name}/there.txt`, "there");
  const error = { type: "AccessDenied", message: "Access Denied", status: 403 };
  const fault = { service: "s3", operation: "ListBuckets", times: 1, error };
  const planned = await fetch(`${E2E.emulatorUrl}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  expect(planned.ok).toBe(true);

  const dialog = await browseOutput(page, "");
  await dialog.getByRole("button", { name: "Buckets", exact: true }).click();
  await expect(dialog.getByText("The role may not list the account's buckets")).toBeVisible();
  await expect(dialog.getByRole("option", { name: new RegExp(`${BUCKET}.*this workspace`) })).toBeVisible();
  await expectAccessible();

  const address = dialog.getByRole("textbox", { name: "Address" });
  await address.fill("not an address");
  await address.press("Enter");
  await expect(dialog.getByText("Write it as s3://bucket/folder/.")).toBeVisible();
  await address.fill(`s3://${BUCKET}/${name}/`);
  await address.press("Enter");
  await expect(dialog.getByRole("option", { name: /there\.txt/ })).toBeVisible();
  await address.fill("s3://no-such-bucket-anywhere/");
  await address.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("does not exist");
});
