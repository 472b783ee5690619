import { expect, test } from "./support/test";

test.describe("Activity", () => {
  test("a change shows up with who, what and how it ended, and is found by its filters", async ({
    page,
    asRole,
    signInMember,
    expectAccessible,
  }) => {
    const { name } = await signInMember("viewer");
    await page.goto("/local/settings");
    await page.getByRole("combobox", { name: `Role of ${name}` }).selectOption("tester");
    await expect(page.getByText(`${name} is tester now`)).toBeVisible();

    const viewer = await asRole("viewer");
    await viewer.goto(`/local/activity?search=${name}`);
    const row = viewer.getByRole("table", { name: "Activity" }).getByRole("row", { name: new RegExp(name) });
    await expect(row).toContainText("made tester");
    await expect(row).toContainText("e2e-admin");
    await expect(row).toContainText("Succeeded");

    await page.goto(`/local/activity?search=${name}`);
    await expectAccessible();
    await page.getByRole("button", { name: "Failed" }).click();
    await expect(page.getByText("No change fits these filters")).toBeVisible();
    await expect(page).toHaveURL(/outcome=failed/);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(page.getByRole("row").nth(1)).toBeVisible();
  });
});
