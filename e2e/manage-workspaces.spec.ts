import { expect, test } from "./support/test";

test.describe("Workspaces", () => {
  test("the emulator's connection is tested", async ({ page, expectAccessible }) => {
    await page.goto("/local/settings/workspaces");
    await page.getByRole("button", { name: "Test connection" }).first().click();
    await expect(page.getByText("Connected to account 111122223333")).toBeVisible();
    await expectAccessible();
  });

  test("a workspace is added, changed and deleted", async ({ page, uniqueName }) => {
    const id = uniqueName("ws").toLowerCase();
    await page.goto("/local/settings/workspaces");
    await page.getByRole("button", { name: "Add workspace" }).click();
    const add = page.getByRole("dialog", { name: "Add workspace" });
    await add.getByRole("textbox", { name: "Label" }).fill("Team account");
    await add.getByRole("textbox", { name: "Id", exact: true }).fill("api");
    await add.getByRole("combobox", { name: "Region" }).fill("eu-west-1");
    await add.getByRole("button", { name: "Add workspace" }).click();
    await expect(add.getByText("This word is taken by the console.")).toBeVisible();
    await add.getByRole("textbox", { name: "Id", exact: true }).fill(id);
    await add.getByRole("button", { name: "Add workspace" }).click();

    await expect(page.getByText(`Workspace ${id} was added`)).toBeVisible();
    const panel = page.getByRole("region", { name: /Team account/ }).filter({ hasText: id });
    await panel.getByRole("button", { name: "Edit Team account" }).click();
    const edit = page.getByRole("dialog", { name: "Edit Team account" });
    await edit.getByRole("textbox", { name: "Label" }).fill(`Label ${id}`);
    await edit.getByRole("button", { name: "Save workspace" }).click();

    await page.getByRole("button", { name: `Delete Label ${id}` }).click();
    const confirm = page.getByRole("dialog", { name: `Delete workspace Label ${id}` });
    await confirm.getByRole("textbox").fill(id);
    await confirm.getByRole("button", { name: "Delete workspace" }).click();
    await expect(page.getByText(`Workspace ${id} was deleted`)).toBeVisible();
  });

  test("a Hub token is kept, shown only by its end, and removed", async ({ page, expectAccessible }) => {
    await page.goto("/local/settings/hub-token");
    const token = page.getByRole("form", { name: "Hub token" }).getByLabel(/token/i);
    await token.fill("nonsense");
    await page.getByRole("button", { name: /(Save|Replace) token/ }).click();
    await expect(page.getByText("A Hub token begins with hf_")).toBeVisible();
    await token.fill("hf_abcdefgh1234");
    await page.getByRole("button", { name: /(Save|Replace) token/ }).click();
    await expect(page.getByText("ends in 1234")).toBeVisible();
    expect(await page.content()).not.toContain("hf_abcdefgh1234");
    await expectAccessible();
    await page.getByRole("button", { name: "Remove token" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove token" }).click();
    await expect(page.getByText("No token")).toBeVisible();
  });

  test("defaults that cannot be right are explained beside the field", async ({ page, expectAccessible }) => {
    await page.goto("/local/settings/defaults");
    const bucket = page.getByRole("textbox", { name: "Bucket" });
    const before = await bucket.inputValue();
    await bucket.fill("s3://not-a-name/x");
    await page.getByRole("button", { name: "Save defaults" }).click();
    await expect(bucket).toHaveAccessibleDescription(/Write a bucket name alone/);
    await expectAccessible();
    await bucket.fill(before);
    await page.getByRole("button", { name: "Save defaults" }).click();
    await expect(page.getByText("Defaults were saved")).toBeVisible();
  });
});
