import { expect, type Page } from "@playwright/test";

/** Waits until the console listens to keys: what is pressed before that is lost, for people and tests alike. */
export async function pageIsAlive(page: Page): Promise<void> {
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
}
