import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Header } from "tar";

import { expect, test } from "./support/test";

test.use({ role: "operator" });

test("what is wrong is said beside each field and at the top, and nothing typed is lost", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/local/deploy?source=hub");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("-bad-");
  await page.getByRole("button", { name: "Add a variable" }).click();
  await page.getByRole("textbox", { name: "Value 1" }).fill("kept");
  await page.getByRole("button", { name: "Review the requests" }).click();

  const summary = page.getByRole("alert").filter({ hasText: "3 things to put right first" });
  await expect(summary).toBeFocused();
  await expect(page.getByText("Write the model's Hub id.", { exact: true })).toBeVisible();
  await expectAccessible();

  await summary.getByRole("link", { name: /^Model id/ }).click();
  await expect(page.getByRole("textbox", { name: "Model id" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("-bad-");
  await expect(page.getByRole("textbox", { name: "Value 1" })).toHaveValue("kept");
});

test("the review shows the exact requests, and hides the token", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("review");
  await page.goto(`/local/deploy?source=hub&model=owner/model&task=text-classification&name=${name}`);
  await page.getByRole("combobox", { name: "Hub token" }).selectOption("Another token");
  await page.getByRole("textbox", { name: "Token" }).fill("hf_abcdefghijklmnop");
  await page.getByRole("button", { name: "Review the requests" }).click();

  const requests = page.getByRole("figure", { name: "Requests" });
  await expect(requests).toContainText('"HF_MODEL_ID": "owner/model"');
  await expect(requests).toContainText('"HF_API_TOKEN": "••••••••"');
  await expect(page.getByRole("figure", { name: "Code for this deploy" })).toContainText('os.environ["HF_API_TOKEN"]');
  await expect(page.getByText("hf_abcdefghijklmnop")).toHaveCount(0);
  await expectAccessible();

  await page.getByRole("button", { name: "Back to the form" }).click();
  await expect(page.getByRole("textbox", { name: "Token" })).toHaveValue("hf_abcdefghijklmnop");
});

test("a link fills the form in, and a container of another device changes the instances", async ({ page }) => {
  await page.goto("/local/deploy?source=bundled&model=tiny-ner&instance=ml.c5.xlarge");
  await expect(page.getByRole("combobox", { name: "Bundled model" })).toHaveValue("tiny-ner");
  await expect(page.getByRole("combobox", { name: "Task" })).toHaveValue("token-classification");
  await expect(page.getByRole("radio", { name: /ml\.c5\.xlarge/ })).toBeChecked();

  await page.getByRole("radio", { name: "NVIDIA GPU" }).check();
  await expect(page.getByRole("radio", { name: /ml\.g5\.xlarge/ })).toBeChecked();
  await page.getByRole("searchbox", { name: "Search instance types" }).fill("ml.c5.xlarge");
  await expect(page.getByRole("radio", { name: /ml\.c5\.xlarge.*needs an image for CPU/ })).toBeDisabled();
});

test("a reload in the middle of a deploy shows the same deploy, and a name that is taken is said in the form", async ({
  page,
  uniqueName,
}) => {
  const name = uniqueName("reload");
  await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).dblclick();
  await page.waitForURL(/\/local\/operations\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 60_000 });

  await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByRole("link", { name: /Name: There is already an endpoint of this name/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
});

test("an archive that cannot be loaded fails with the reason, and what was made can be removed", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("broken");
  await page.goto(`/local/deploy?source=s3&task=text-classification&name=${name}`);
  await page
    .getByLabel("Model archive")
    .setInputFiles({ name: "notes.tar.gz", mimeType: "text/plain", buffer: Buffer.from("no") });
  await expect(page.getByText(/not a complete .tar.gz archive/)).toBeVisible();
  await page
    .getByLabel("Model archive")
    .setInputFiles({ name: "broken.tar.gz", mimeType: "application/gzip", buffer: archive() });
  await expect(page.getByRole("textbox", { name: "Archive in S3" })).toHaveValue(/^s3:\/\/.*\/broken\.tar\.gz$/);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);

  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  const failure = page.getByRole("alert").filter({ hasText: "The deploy failed" });
  await expect(failure).toContainText("This exists now", { timeout: 90_000 });
  await expect(failure.getByRole("listitem")).toHaveCount(3);
  await expectAccessible();

  await failure.getByRole("button", { name: "Remove what was made" }).click();
  await expect(page.getByText("What this deploy made is gone.")).toBeVisible({ timeout: 60_000 });
});

test("a viewer sees the form and why it may not be sent", async ({ asRole }) => {
  const page = await asRole("viewer");
  await page.goto("/local/deploy");
  await expect(page.getByRole("button", { name: "Review the requests" })).toBeDisabled();
  await expect(page.getByText("Needs the operator role.").first()).toBeVisible();
});

/** A whole tar.gz whose content is no model. */
function archive(): Buffer {
  const header = Buffer.alloc(512);
  new Header({ path: "model.bin", size: 512, type: "File", mode: 0o644 }).encode(header, 0);
  return gzipSync(Buffer.concat([header, randomBytes(512), Buffer.alloc(1024)]));
}
