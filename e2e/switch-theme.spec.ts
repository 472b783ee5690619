import { expect, test } from "./support/test";

test.describe("The theme", () => {
  test("follows the system until somebody chooses, and stays chosen after a reload", async ({ page }) => {
    const html = page.locator("html");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto("/local");
    await expect(html).toHaveAttribute("data-theme", "dark");
    await page.emulateMedia({ colorScheme: "light" });
    await expect(html).toHaveAttribute("data-theme", "light");

    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitemradio", { name: "Dark", exact: true }).click();
    await expect(html).toHaveAttribute("data-theme", "dark");
    await page.reload();
    await expect(html).toHaveAttribute("data-theme", "dark");
  });

  test("is there before the first paint", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto("/local", { waitUntil: "commit" });
    await page.waitForFunction(() => document.body !== null);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  });

  for (const theme of ["light", "dark"] as const) {
    test(`${theme} is readable for everybody`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto("/local");
      await expect(page.getByRole("heading", { name: "Latest activity" })).toBeVisible();
      await expectAccessible();
    });
  }
});
