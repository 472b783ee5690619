import { expect, test } from "./support/test";

test.setTimeout(120_000);

test("a training job is code before it is made and on its page, without its secrets", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("as-code");
  const secret = "typed-in-the-form";
  await page.goto("/local/training/new");
  await page
    .getByLabel("Files or archive with the script")
    .setInputFiles({ name: "train.sh", mimeType: "text/x-sh", buffer: Buffer.from("exit 0\n") });
  await expect(page.getByText(/^1 file, .* packed\.$/)).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Add a hyperparameter" }).click();
  await page.getByRole("textbox", { name: "Name 1" }).fill("access_token");
  await page.getByRole("textbox", { name: "Value 1" }).fill(secret);
  await page.getByRole("button", { name: "Review the request" }).click();

  const code = page.getByRole("figure", { name: "Code for this job" });
  const languages = ["SDK v2", "SDK v3", "boto3", "AWS CLI", "Terraform"];

  await test.step("the review has it", async () => {
    await expect(page.getByRole("heading", { name: `Review: training job ${name}` })).toBeFocused();
    await expect(code).toContainText('"access_token": os.environ["ACCESS_TOKEN"]');
    await expect(page.getByText("set ACCESS_TOKEN in the shell")).toBeVisible();
    for (const language of languages) {
      await code.getByRole("radio", { name: language }).check();
      await expect(code).toContainText(name);
      await expect(code).not.toContainText(secret);
      await expect(code).not.toContainText("•");
    }
    await expectAccessible();
  });

  await page.getByRole("button", { name: "Create training job" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 60_000 });

  await test.step("the job's page has it at an address of its own", async () => {
    await page.getByRole("link", { name: "Code", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/training/${name}\\?tab=code$`));
    await page.reload();
    await expect(code).toContainText(`job_name="${name}"`);
    for (const language of languages) {
      await code.getByRole("radio", { name: language }).check();
      await expect(code).toContainText(`${name}/source/sourcedir.tar.gz`);
      await expect(code).not.toContainText(secret);
    }
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      code.getByRole("button", { name: `Download ${name}.tf` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${name}.tf`);
    await expectAccessible();
  });
});
