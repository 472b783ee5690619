import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";

test.setTimeout(180_000);

/** Fills the form with one script and creates the job. */
async function train(page: Page, name: string, script: string, fill?: () => Promise<void>): Promise<void> {
  await page.goto("/local/training/new");
  await page
    .getByLabel("Files or archive with the script")
    .setInputFiles({ name: "train.sh", mimeType: "text/x-sh", buffer: Buffer.from(script) });
  await expect(page.getByText(/^1 file, .* packed\.$/)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Entry point" })).toHaveValue("train.sh");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await fill?.();
  await page.getByRole("button", { name: "Review the request" }).click();
  await expect(page.getByRole("heading", { name: `Review: training job ${name}` })).toBeFocused();
  await page.getByRole("button", { name: "Create training job" }).click();
  // Upload, creation and the job's page come one after the other.
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 60_000 });
}

const stages = (page: Page) => page.getByRole("list", { name: "Stages" });

test("a script is uploaded, trains with a live log and a metric, and leaves a model to deploy", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("train");
  await train(
    page,
    name,
    'echo "got $@"\necho "accuracy: 0.75"\necho weights > "$SM_MODEL_DIR/model.txt"\n',
    async () => {
      await page.getByRole("button", { name: "Add a hyperparameter" }).click();
      await page.getByRole("textbox", { name: "Name 1" }).fill("epochs");
      await page.getByRole("combobox", { name: "Type 1" }).selectOption("integer");
      await page.getByRole("textbox", { name: "Value 1" }).fill("three");
      await expect(page.getByText("Type a whole number.")).toBeVisible();
      await page.getByRole("textbox", { name: "Value 1" }).fill("3");
      await page.getByRole("button", { name: "Add a metric" }).click();
      await page.getByRole("textbox", { name: "Metric 1" }).fill("accuracy");
      await page.getByRole("textbox", { name: "Expression 1" }).fill("accuracy: ([0-9.]+)");
      await page.getByRole("textbox", { name: "Log lines to try them on" }).fill("accuracy: 0.5");
      await expect(page.getByText("Finds 0.5.")).toBeVisible();
      await expectAccessible();
    },
  );
  await expect(stages(page).getByText("Completed", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(new RegExp(`^s3://.*/${name}/output/model\\.tar\\.gz$`)).first()).toBeAttached();
  await expect(page.getByText("accuracy final value").first()).toBeAttached();
  await expect(page.getByText("0.75").first()).toBeVisible();
  await expectAccessible();

  await page.getByRole("link", { name: "Logs", exact: true }).click();
  await expect(page.getByRole("region", { name: "Log lines" })).toContainText("got --epochs 3");
  await expectAccessible();

  await page.getByRole("link", { name: "Deploy the model" }).click();
  await expect(page.getByRole("textbox", { name: "Archive in S3" })).toHaveValue(
    new RegExp(`/${name}/output/model\\.tar\\.gz$`),
  );
});

test("a failing script shows its reason and its last lines", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("broken");
  await train(page, name, "echo reading data\necho 'ValueError: column label is missing' >&2\nexit 1\n");
  await expect(page.getByText("The script ended with an error.")).toBeVisible({ timeout: 60_000 });
  await expect(
    page
      .getByRole("note")
      .getByText(/column label is missing/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("note").getByRole("region", { name: "Log lines" })).toContainText("reading data");
  await expectAccessible();
  await page.getByRole("link", { name: "Read the whole log" }).click();
  await expect(page.getByRole("region", { name: "Log lines" })).toContainText("reading data");
});

test("a running job is stopped, and a viewer only looks", async ({ page, asRole, uniqueName }) => {
  const name = uniqueName("long");
  await train(page, name, "trap 'exit 0' TERM\nwhile true; do echo working; sleep 0.2; done\n");
  await expect(stages(page).getByText("Training", { exact: true })).toBeVisible({ timeout: 60_000 });

  const viewer = await asRole("viewer");
  await viewer.goto(`/local/training/${name}`);
  await expect(viewer.getByRole("button", { name: "Stop" })).toBeDisabled();
  await viewer.getByRole("button", { name: "More actions" }).click();
  await expect(viewer.getByRole("menuitem", { name: /Stop….*Needs the operator role/ })).toBeDisabled();
  await viewer.goto("/local/training/new");
  await expect(viewer.getByRole("button", { name: "Review the request" })).toBeDisabled();

  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "Stop job" }).click();
  await expect(stages(page).getByText("Stopped", { exact: true })).toBeVisible({ timeout: 60_000 });

  await page.goto(`/local/training?search=${name}`);
  await expect(
    page.getByRole("table", { name: "Training jobs" }).getByRole("row", { name: new RegExp(name) }),
  ).toContainText("Stopped");
});
