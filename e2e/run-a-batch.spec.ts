import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Page } from "@playwright/test";
import { Parser } from "tar";

import { chart } from "./support/chart-table";
import { makeEndpoint } from "./support/make-endpoint";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.setTimeout(240_000);

const BUCKET = "sagemaker-us-east-1-111122223333";
const RECORDS = 10_000;
const BAD_LINE = 7_321;
/** Enough for several pages of results, few enough for the test to end within a minute. */
const GOOD_RECORDS = 1_500;

/** JSON lines; one of them breaks off when it is asked for. */
function records(count: number, badLine: number | null): string {
  const line = (number: number) =>
    number === badLine ? '{"inputs": "broken off' : JSON.stringify({ inputs: `a good review, number ${number}` });
  return Array.from({ length: count }, (_, at) => line(at + 1)).join("\n");
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

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** The files of a tar archive by name. */
async function membersOf(stream: Readable): Promise<Map<string, string>> {
  const members = new Map<string, string>();
  const parser = new Parser({
    onReadEntry: (entry) => {
      const chunks: Buffer[] = [];
      entry.on("data", (chunk) => chunks.push(chunk));
      entry.on("end", () => members.set(entry.path, Buffer.concat(chunks).toString("utf8")));
    },
  });
  await pipeline(stream, parser);
  return members;
}

async function run(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await expect(page.getByRole("heading", { name: `Review: transform job ${name}` })).toBeFocused();
  await page.getByRole("button", { name: "Run transform job" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 60_000 });
}

test("a bad line among ten thousand is pointed at; the clone over a good file completes, and its results are searched and kept", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("batch");
  const good = await putObject(`${name}/good.jsonl`, records(GOOD_RECORDS, null));
  const bad = await putObject(`${name}/bad.jsonl`, records(RECORDS, BAD_LINE));

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

  await page.getByRole("link", { name: "Clone as a new job" }).click();
  await expect(page.getByText(`Filled in as ${name} was`)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Join each record/ })).toBeChecked();
  await page.getByRole("textbox", { name: "Input in S3" }).fill(good);
  await run(page, `${name}-2`);
  await expect(page.getByRole("list", { name: "Stages" }).getByText("Completed", { exact: true })).toBeVisible({
    timeout: 150_000,
  });
  const archive = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all (tar)" }).click();
  const members = await membersOf(await (await archive).createReadStream());
  expect([...members.keys()]).toStrictEqual(["good.jsonl.out"]);

  // What its container really used; CloudWatch has it once the job has ended.
  for (const title of ["CPU", "Memory"]) {
    const figure = chart(page, title);
    await figure.getByRole("button", { name: `Show ${title} as table` }).click({ timeout: 60_000 });
    const values = await figure.getByRole("table").locator("tbody td").allTextContents();
    expect(values.some((text) => Number(text) > 0)).toBe(true);
  }
  await expectAccessible();

  await page.getByRole("link", { name: "Results of good.jsonl", exact: true }).click();
  const results = page.getByRole("table", { name: "Results" });
  await expect(results.getByRole("row").nth(1)).toContainText("a good review, number 1");
  await page.getByRole("searchbox", { name: "Search records and answers" }).fill("number 1234");
  await expect(results.getByRole("row", { name: /number 1234/ })).toBeVisible();
  await results.getByRole("button", { name: "Open record 1234" }).click();
  await expect(results.getByRole("list", { name: "Scores" })).toBeVisible();
  await expectAccessible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download this file" }).click();
  const lines = (await textOf(await (await download).createReadStream())).trimEnd().split("\n");
  expect(lines).toHaveLength(GOOD_RECORDS);
  expect(lines.join("\n")).toBe(members.get("good.jsonl.out")?.trimEnd());
  // Joined: each line is its own record with the answer beside it.
  expect(JSON.parse(lines[1_233] ?? "")).toMatchObject({
    inputs: "a good review, number 1234",
    SageMakerOutput: [{ label: "POSITIVE" }],
  });

  await page.goto(`/local/batch?search=${name}`);
  const jobs = page.getByRole("table", { name: "Transform jobs" });
  await expect(jobs.getByRole("row", { name: new RegExp(`${name}-2`) })).toContainText("Completed");
  await expect(jobs.getByRole("row", { name: new RegExp(`${name} `) })).toContainText("Failed");
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

test("the model of a job is found among those there are, or among what training jobs left", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("batch-model");
  await makeEndpoint({ name });
  await page.goto("/local/batch/new");
  await page.getByRole("radio", { name: /^Existing model/ }).check({ force: true });
  await page.getByRole("searchbox", { name: "Search models" }).fill(name);
  const model = page.getByRole("radio", {
    name: new RegExp(`${name}.*Text classification.*afinn-sentiment.*CPU`, "i"),
  });
  await model.check({ force: true });
  await expect(page.getByRole("textbox", { name: "Model name" })).toHaveValue(name);
  await page.getByRole("searchbox", { name: "Search models" }).fill(`${name}-none`);
  await expect(page.getByText(`No model's name contains “${name}-none”.`)).toBeVisible();
  await expectAccessible();

  await page.getByRole("radio", { name: /^Training job/ }).check({ force: true });
  await page.getByRole("searchbox", { name: "Search training jobs" }).fill(`${name}-none`);
  await expect(page.getByText(`No completed training job's name contains “${name}-none”.`)).toBeVisible();
  await expectAccessible();
});
