import { pageIsAlive } from "./support/page-is-alive";
import { expect, test } from "./support/test";

test.describe("Keys", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/local");
    await pageIsAlive(page);
  });

  test("? lists them", async ({ page, expectAccessible }) => {
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(list).toBeVisible();
    await expectAccessible();
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
  });

  test("g and a letter go to a page", async ({ page }) => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page.getByRole("heading", { name: "Containers", level: 1 })).toBeVisible();
  });

  test("do nothing while typing", async ({ page }) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("?gc");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
    await expect(page.getByRole("dialog").getByRole("combobox")).toHaveValue("?gc");
    await expect(page).toHaveURL(/\/local$/);
  });

  test("single letters can be switched off", async ({ page }) => {
    await page.keyboard.press("?");
    await page.getByRole("switch", { name: /Single-letter keys/ }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.reload();
    await pageIsAlive(page);
    await page.keyboard.press("?");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
  });
});
