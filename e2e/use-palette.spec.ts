import { makeEndpoint } from "./support/make-endpoint";
import { pageIsAlive } from "./support/page-is-alive";
import { expect, test } from "./support/test";

test.describe("The palette", () => {
  test("finds a page by keyboard alone", async ({ page, expectAccessible }) => {
    await page.goto("/local");
    await pageIsAlive(page);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Search and commands" });
    await expect(palette.getByRole("combobox")).toBeFocused();
    await expectAccessible();

    await page.keyboard.type("contain");
    await expect(palette.getByRole("option", { name: /Containers/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/local\/containers/);
    await expect(palette).toBeHidden();
  });

  test("finds an endpoint by a part of its name, and remembers it", async ({ page, uniqueName }) => {
    const name = uniqueName("palette-search");
    await makeEndpoint({ name });
    await page.goto("/local");
    await pageIsAlive(page);
    await page.getByRole("button", { name: "Search" }).click();
    await page.keyboard.type(name.slice(2));
    const found = page.getByRole("option", { name: new RegExp(name) });
    await expect(found).toBeVisible();
    await found.click();
    await expect(page).toHaveURL(new RegExp(`/local/endpoints/${name}`));

    await page.keyboard.press("Control+k");
    await expect(page.getByRole("group", { name: "Recent" }).getByRole("option", { name })).toBeVisible();
  });

  test("finds a container image by what it is for", async ({ page }) => {
    await page.goto("/local");
    await pageIsAlive(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("tgi inference gpu");
    const image = page.getByRole("group", { name: "Containers" }).getByRole("option").first();
    await expect(image).toBeVisible();
    await image.click();
    await expect(page).toHaveURL(/\/local\/containers\?image=/);
  });

  test("starts empty each time and says when nothing matches", async ({ page }) => {
    await page.goto("/local");
    await pageIsAlive(page);
    await page.getByRole("button", { name: "Search" }).click();
    await page.keyboard.type("zzzz");
    await expect(page.getByText("Nothing is called like this.")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog").getByRole("combobox")).toHaveValue("");
  });
});
