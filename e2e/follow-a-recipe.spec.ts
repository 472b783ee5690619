import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";

const code = (page: Page) => page.getByRole("figure", { name: "Code for this recipe" });

test("a recipe is found, read, copied as code and fills the training form", async ({
  page,
  context,
  expectAccessible,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);

  await test.step("it is found by words and kind", async () => {
    await page.goto("/local/recipes");
    await page.getByRole("searchbox", { name: "Search recipes" }).fill("spot");
    await page
      .getByRole("group", { name: "Kind" })
      .getByRole("button", { name: /Training/ })
      .click();
    const cards = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
    await expect(cards).toHaveCount(1);
    await expect(page).toHaveURL(/q=spot/);
    await expectAccessible();
    await cards.getByRole("link").click();
    await expect(page).toHaveURL(/\/recipes\/05$/);
  });

  await test.step("it says what it takes, what is obsolete and what takes its place", async () => {
    const takes = page.getByRole("region", { name: "What it takes" });
    await expect(takes).toContainText("An IAM role that SageMaker may take on");
    await expect(takes).toContainText(/ml\.g5\.xlarge.*\/h on demand/);
    const changes = page.getByRole("table", { name: "Old and new" });
    await expect(changes.getByRole("columnheader")).toHaveText(["Part", "In the notebook", "Today", "Why"]);
    await expect(changes.getByRole("row").filter({ hasText: "ml.p3.2xlarge" })).toContainText("ml.g5");
    await expect(page.getByRole("note").filter({ hasText: /Runs here|Needs / })).toBeVisible({ timeout: 20_000 });
    await expectAccessible();
  });

  await test.step("the editions differ in their requests", async () => {
    const requests = page.getByRole("figure", { name: "Requests" });
    await expect(requests).toContainText('"InstanceType": "ml.g5.xlarge"');
    await page.getByRole("link", { name: "As in the notebook" }).click();
    await expect(requests).toContainText('"InstanceType": "ml.p3.2xlarge"');
    await page.getByRole("link", { name: "With today's images" }).click();
    await expect(requests).toContainText('"InstanceType": "ml.g5.xlarge"');
  });

  await test.step("it is code in five languages, to copy and to keep", async () => {
    const says = {
      "SDK v2": "estimator = HuggingFace(",
      "SDK v3": "training_job = TrainingJob.create(",
      boto3: "sagemaker.create_training_job(",
      "AWS CLI": "aws sagemaker create-training-job",
      Terraform: 'resource "aws_sagemaker_training_job"',
    };
    for (const [language, text] of Object.entries(says)) {
      await code(page).getByRole("radio", { name: language }).check();
      await expect(code(page)).toContainText(text);
    }
    await code(page).getByRole("radio", { name: "boto3" }).check();
    await code(page).getByRole("button", { name: "Copy boto3" }).click();
    await expect(code(page).getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("MaxWaitTimeInSeconds");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      code(page).getByRole("button", { name: "Download recipe-05-boto3.py" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("recipe-05-boto3.py");
    expect(await readFile(await download.path(), "utf8")).toBe(copied);
  });

  await test.step("the training form holds its values", async () => {
    await page.getByRole("link", { name: "Open in the Training form" }).click();
    await expect(page.getByRole("heading", { name: "What will run" })).toBeVisible();
    await expect(page.getByLabel("Entry point")).toHaveValue("train.py");
    await expect(page.getByRole("radio", { name: /ml\.g5\.xlarge/ })).toBeChecked();
    await expect(page.getByRole("spinbutton", { name: "Number of instances" })).toHaveValue("1");
    await expect(page.getByRole("checkbox", { name: "Spot capacity" })).toBeChecked();
    await expect(page.getByRole("textbox", { name: "Longest run (s)" })).toHaveValue("4000");
    await expect(page.getByRole("textbox", { name: "Longest wait and run (s)" })).toHaveValue("7200");
    await expect(page.getByRole("textbox", { name: "Checkpoints in S3" })).toHaveValue(/\/emotion-checkpointing\//);
    await expect(page.getByRole("textbox", { name: "Channel 1" })).toHaveValue("train");
    await expect(page.getByRole("textbox", { name: "S3 address 1" })).toHaveValue(/\/datasets\/emotion\/train$/);
    await expect(page.getByRole("textbox", { name: "Name 4" })).toHaveValue("learning_rate");
    await expect(page.getByRole("combobox", { name: "Type 4" })).toHaveValue("float");
    await expect(page.getByRole("textbox", { name: "Value 4" })).toHaveValue("3e-05");
  });
});

test("an asynchronous recipe fills the Deploy form with its scaling", async ({ page }) => {
  await page.goto("/local/recipes/16");
  await expect(page.getByRole("figure", { name: "Requests" }).getByRole("radio")).toHaveCount(7);
  await page.getByRole("link", { name: "Open in the Deploy form" }).click();
  await expect(page.getByRole("textbox", { name: "Model id" })).toHaveValue(
    "cardiffnlp/twitter-roberta-base-sentiment",
  );
  await expect(page.getByRole("radio", { name: /Asynchronous/ })).toBeChecked();
});

test("a batch recipe fills the Batch form", async ({ page }) => {
  await page.goto("/local/recipes/12");
  await expect(page.getByText("The form is filled; put your own records at the input's address")).toBeVisible();
  await page.getByRole("link", { name: "Open in the Batch form" }).click();
  await expect(page.getByRole("textbox", { name: "Input in S3" })).toHaveValue(/batch_transform\/input\//);
});

test("a scaling recipe shows its exact requests and says which page runs them", async ({ page, expectAccessible }) => {
  await page.goto("/local/recipes/13");
  await expect(
    page.getByText("The Deploy form makes the endpoint. Its scaling is set by the last two requests below."),
  ).toBeVisible();
  const requests = page.getByRole("figure", { name: "Requests" });
  await requests.getByRole("radio", { name: "RegisterScalableTarget" }).check();
  await expect(requests).toContainText('"MaxCapacity": 4');
  await requests.getByRole("radio", { name: "PutScalingPolicy" }).check();
  await expect(requests).toContainText("SageMakerVariantInvocationsPerInstance");
  await expectAccessible();
});
