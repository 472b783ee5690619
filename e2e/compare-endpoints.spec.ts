import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

test("two models answer the same input side by side, and one that is gone fails alone", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const [first, second] = [uniqueName("first"), uniqueName("second")];
  for (const name of [first, second]) {
    await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  }
  await untilInService(first);
  await untilInService(second);
  await page.goto(`/local/playground?endpoint=${first}&compare=${second},gone-${second}`);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("What a wonderful, lovely day");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Same as the first")).toBeVisible();
  const gone = page.getByRole("region", { name: `gone-${second}`, exact: true });
  await expect(gone.getByRole("alert")).toContainText("is not in service");
  await expect(gone.getByRole("link", { name: "See the endpoint's status" })).toBeVisible();
  await expectAccessible();

  await page.getByRole("button", { name: `Do not compare with gone-${second}` }).click();
  await expect(gone).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`compare=${second}$|compare=${second}&`));
});

test("an endpoint of the same task is offered", async ({ page, uniqueName }) => {
  const [first, second] = [uniqueName("offer"), uniqueName("offered")];
  for (const name of [first, second]) {
    await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
    await untilInService(name);
  }
  const offered = page.getByRole("menuitem", { name: new RegExp(`^${second}`) });
  // The list of endpoints may be some seconds old.
  await expect(async () => {
    await page.goto(`/local/playground?endpoint=${first}`);
    await page.getByRole("button", { name: "Compare with…" }).click();
    await offered.click({ timeout: 2_000 });
    await expect(page.getByRole("region", { name: second, exact: true })).toBeVisible({ timeout: 5_000 });
  }).toPass();
});
