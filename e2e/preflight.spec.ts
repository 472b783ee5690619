import type { Locator, Page } from "@playwright/test";

import { putArchive } from "./support/archives";
import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { fillField } from "./support/fill-field";
import { expect, test } from "./support/test";

test.use({ role: "operator" });
test.setTimeout(240_000);

const preflight = (page: Page): Locator => page.getByRole("region", { name: "Preflight" });
const check = (page: Page, label: string): Locator =>
  preflight(page)
    .getByRole("listitem")
    .filter({ has: page.getByText(label, { exact: true }) });

test("a wrong instance type is called so before a deploy, and one click mends it", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/local/deploy?source=bundled&model=afinn-sentiment&instance=ml.c6g.xlarge");
  const device = check(page, "Image and instance");
  await expect(device).toContainText("Will fail");
  await expect(device).toContainText("arm64");
  await expect(preflight(page)).toContainText("this will fail");
  await device.getByText("Image and instance").click();
  await expect(device.getByText("ml.c6g.xlarge", { exact: true })).toBeVisible();
  await expectAccessible();
  await device.getByRole("button", { name: /^Use ml\./ }).click();
  await expect(device).toContainText("Fine");
  await expect(preflight(page)).not.toContainText("this will fail");
});

test("an archive is looked into before a deploy", async ({ page, uniqueName }) => {
  const name = uniqueName("nested");
  const archive = await putArchive(name, { "m/config.json": '{"model_type": "bert"}', "m/onnx/model.onnx": "weights" });
  await page.goto(`/local/deploy?${new URLSearchParams({ source: "s3", archive, task: "text-classification" })}`);
  await expect(check(page, "Archive")).toContainText("config.json lies in m/", { timeout: 60_000 });
  await expect(check(page, "Archive")).toContainText("Will fail");
});

test("a wrong choice in an update is called so, and one click mends it", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("before-update");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}/update`);
  await expect(check(page, "Image and instance")).toContainText("Fine", { timeout: 60_000 });

  const image = page.getByRole("textbox", { name: "Image URI" });
  const published = await image.inputValue();
  await fillField(image, published.replace("4.49.0-cpu", "4.49.9-cpu"));
  const exists = check(page, "Container image");
  await expect(exists).toContainText("Will fail");
  await expect(exists).toContainText("The image does not exist.");
  await expectAccessible();
  await exists.getByRole("button", { name: "Use the published image" }).click();
  await expect(image).toHaveValue(published);
  await expect(exists).toContainText("Fine");

  const instance = page.getByRole("combobox", { name: "Instance type" });
  await fillField(instance, "ml.m6g.large");
  const device = check(page, "Image and instance");
  await expect(device).toContainText("Will fail");
  await device.getByRole("button", { name: /^Use ml\./ }).click();
  await expect(instance).not.toHaveValue("ml.m6g.large");
  await expect(device).toContainText("Fine");
});
