import { expect, type Locator } from "@playwright/test";

/** Fills a field of a form that may still be coming to life: what React finds in it while it takes over would be added to. */
export async function fillField(field: Locator, text: string): Promise<void> {
  await expect(async () => {
    await field.fill(text);
    await expect(field).toHaveValue(text, { timeout: 250 });
  }).toPass();
}
