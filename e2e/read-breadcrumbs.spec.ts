import { expect, test } from "./support/test";

test.use({ role: "operator" });

test("a part of Settings is named in words", async ({ page }) => {
  await page.goto("/local/settings/hub-token");
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toHaveText("SettingsHub token");
});

test("a deploy under way is named after its endpoint", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("crumb");
  await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page).toHaveURL(/\/local\/operations\/[\w-]+$/);
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toHaveText(`Activity${name}`);
  await expectAccessible();
});
