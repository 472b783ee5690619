import { makeEndpoint } from "./support/make-endpoint";
import { expect, test } from "./support/test";

test.describe("Overview", () => {
  test("says where one is, and that the emulator is not an account", async ({ page }) => {
    await page.goto("/local");
    await expect(page.getByRole("banner")).toContainText("nothing here touches AWS or costs money");
    await expect(page.getByRole("button", { name: /Workspace:.*111122223333.*us-east-1/ })).toBeVisible();
  });

  test("counts what runs and what it would cost, and each number leads to its list", async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    await makeEndpoint({ name: uniqueName("overview") });
    await page.goto("/local");
    const numbers = page.getByRole("region", { name: "At a glance" });
    await expect(numbers.getByRole("link", { name: /^\d+ InService$/ })).toBeVisible();
    await expect(numbers.getByText("Would cost on AWS")).toBeVisible();
    await expect(numbers.getByRole("link", { name: /Would cost on AWS: \$.* per hour/ })).toBeVisible();
    await expectAccessible();

    await numbers.getByRole("link", { name: /^Endpoints:/ }).click();
    await expect(page).toHaveURL(/\/local\/endpoints/);
  });

  test("shows a failing endpoint with SageMaker's reason", async ({ page, uniqueName }) => {
    const name = uniqueName("overview-broken");
    await makeEndpoint({ name, model: "bundled/there-is-no-such-model" });
    const failing = page.getByRole("region", { name: "Failing" }).getByRole("listitem").filter({ hasText: name });
    // What was read for somebody else a moment ago may not know this endpoint yet: look again.
    await expect(async () => {
      await page.goto("/local");
      await expect(failing).toContainText("Failed", { timeout: 5_000 });
    }).toPass({ timeout: 45_000 });
    await expect(failing).not.toContainText("SageMaker gave no reason");
  });

  test("a viewer sees the same numbers", async ({ asRole }) => {
    const page = await asRole("viewer");
    await page.goto("/local");
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await expect(page.getByText("Latest activity")).toBeVisible();
  });

  test("fits a phone, with the navigation in a drawer", async ({ page, expectAccessible }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/local");
    await page.getByRole("button", { name: "Open navigation" }).click();
    const drawer = page.getByRole("dialog", { name: "SageMaker console" });
    await expect(drawer.getByRole("link", { name: "Endpoints" })).toBeVisible();
    await expectAccessible();
    await drawer.getByRole("link", { name: "Containers" }).click();
    await expect(page.getByRole("heading", { name: "Containers", level: 1 })).toBeVisible();
    await expect(drawer).toBeHidden();
  });
});
