import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Page } from "@playwright/test";

import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.setTimeout(240_000);

const BUCKET = "sagemaker-us-east-1-111122223333";
const RECORDS = 10_000;
const BAD_LINE = 7_321;

/** Ten thousand JSON lines; one of them breaks off when it is asked for. */
function records(badLine: number | null): string {
  const line = (number: number) =>
    number === badLine ? '{"inputs": "broken off' : JSON.stringify({ inputs: `a good review, number ${number}` });
  return Array.from({ length: RECORDS }, (_, at) => line(at + 1)).join("\n");
}

async function putObject(key: string, body: string): Promise<string> {
  const client = new S3Client({
    endpoint: E2E.emulatorUrl,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
  });
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
  client.destroy();
  return `s3://${BUCKET}/${key}`;
}

async function run(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await expect(page.getByRole("heading", { name: `Review: transform job ${name}` })).toBeFocused();
  await page.getByRole("button", { name: "Run transform job" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 60_000 });
}

test("a bad line among ten thousand is pointed at", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("batch");
  const bad = await putObject(`${name}/bad.jsonl`, records(BAD_LINE));

  await page.goto("/local/batch/new?source=bundled&model=afinn-sentiment");
  await page.getByRole("textbox", { name: "Input in S3" }).fill(bad);
  await page.getByRole("combobox", { name: "Assemble" }).selectOption("None");
  await expect(page.getByText(/the answers are glued together/)).toBeVisible();
  await page.getByRole("combobox", { name: "Assemble" }).selectOption("Line");
  await page.getByRole("textbox", { name: "Requests at once" }).fill("8");
  await page.getByRole("checkbox", { name: /Join each record/ }).check();
  await expectAccessible();
  await run(page, name);
  await expect(page.getByText("A record could not be processed.")).toBeVisible({ timeout: 150_000 });
  await expect(page.getByText("Line 7,321: It is not valid JSON.")).toBeVisible({ timeout: 30_000 });
  await expectAccessible();
});

test("the recipe for batch transform opens in the form, and a viewer only looks", async ({ page, asRole }) => {
  await page.goto("/local/recipes/12");
  await page.getByRole("link", { name: "Open in the Batch form" }).click();
  await expect(page.getByRole("textbox", { name: "Model id" })).toHaveValue(
    "cardiffnlp/twitter-roberta-base-sentiment",
  );
  await expect(page.getByRole("textbox", { name: "Input in S3" })).toHaveValue(
    /batch_transform\/input\/tweet_data\.jsonl$/,
  );
  const viewer = await asRole("viewer");
  await viewer.goto("/local/batch/new");
  await expect(viewer.getByRole("button", { name: "Review the requests" })).toBeDisabled();
});
