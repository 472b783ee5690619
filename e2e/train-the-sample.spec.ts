import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";

import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.setTimeout(180_000);
test.skip(!hasPython(), "python3 is not installed: the sample's script is Python");

function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const stages = (page: Page) => page.getByRole("list", { name: "Stages" });

async function openSample(page: Page, name: string): Promise<void> {
  await page.goto("/local/recipes");
  await page
    .getByRole("region", { name: "Train a small text classifier" })
    .getByRole("link", { name: "Open in the Training form" })
    .click();
  await expect(page.getByRole("textbox", { name: "Entry point" }).or(page.getByLabel("Entry point"))).toHaveValue(
    "train.py",
  );
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
}

async function create(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Review the request" }).click();
  await expect(page.getByRole("heading", { name: `Review: training job ${name}` })).toBeFocused();
  await page.getByRole("button", { name: "Create training job" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 60_000 });
}

test("the sample trains with a live log and a chart, is deployed and answers", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("sample");
  await openSample(page, name);
  await create(page, name);

  await test.step("the log comes while the script runs, the metrics are drawn", async () => {
    await page.getByRole("link", { name: "Logs", exact: true }).click();
    await expect(page.getByRole("region", { name: "Log lines" })).toContainText("600 sentences to learn from", {
      timeout: 60_000,
    });
    await page.goto(`/local/training/${name}`);
    await expect(stages(page).getByText("Completed", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("test:accuracy final value").first()).toBeAttached();
    await expect(
      page
        .getByRole("figure", { name: /test:accuracy/ })
        .or(page.getByRole("img", { name: /test:accuracy/ }))
        .first(),
    ).toBeVisible({ timeout: 30_000 });
    await expectAccessible();
  });

  await test.step("deploy what it made", async () => {
    await page.getByRole("link", { name: "Deploy the model" }).click();
    await expect(page.getByRole("textbox", { name: "Archive in S3" })).toHaveValue(
      new RegExp(`/${name}/output/model\\.tar\\.gz$`),
    );
    await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
    await page.getByRole("button", { name: "Review the requests" }).click();
    await page.getByRole("button", { name: "Deploy endpoint" }).click();
    await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 90_000 });
  });

  await test.step("try it", async () => {
    await page.getByRole("link", { name: "Try it in the playground" }).click();
    await page.getByRole("textbox", { name: "Text" }).fill("Nobody rang and now the package is back at the depot.");
    await page.getByRole("button", { name: "Run" }).click();
    await expect(page.getByRole("list", { name: "Scores" })).toContainText("delivery");
  });

  await test.step("its model is found in the form for transform jobs, with the image that serves it", async () => {
    await page.goto("/local/batch/new");
    await page.getByRole("radio", { name: /^Training job/ }).check({ force: true });
    await page.getByRole("searchbox", { name: "Search training jobs" }).fill(name);
    const job = page.getByRole("radio", { name: new RegExp(name) });
    await job.click({ force: true });
    await expect(job).toBeChecked();
    await expect(page.getByText(new RegExp(`^s3://.*/${name}/output/model\\.tar\\.gz$`))).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Task" })).toHaveValue("text-classification");
  });
});

test("a spot job that is interrupted goes on from its checkpoint", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("spot");
  const interruption = { trainingJobName: name };
  await page.request.post(`${E2E.emulatorUrl}/_emulator/spot-interruptions`, { data: interruption });
  await openSample(page, name);
  await page.getByRole("button", { name: "Add a hyperparameter" }).click();
  await page.getByRole("textbox", { name: "Name 5" }).fill("pause_seconds");
  await page.getByRole("combobox", { name: "Type 5" }).selectOption("integer");
  await page.getByRole("textbox", { name: "Value 5" }).fill("1");
  await page.getByRole("checkbox", { name: /^Spot capacity/ }).check();
  await page
    .getByRole("textbox", { name: "Checkpoints in S3" })
    .fill(`s3://sagemaker-us-east-1-111122223333/checkpoints/${name}`);
  await create(page, name);

  await expect(stages(page).getByText("Interrupted", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(stages(page).getByText("Completed", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(stages(page).getByText("Training", { exact: true })).toHaveCount(2);
  await expect(page.getByText(/of the on-demand price/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("link", { name: "Logs", exact: true }).click();
  await expect(page.getByRole("region", { name: "Log lines" })).toContainText(/Resuming after epoch \d/);
});
