import { describeAll, EMPTY_INVENTORY, inventoryOf } from "./support/endpoint-parts";
import { createBundledEndpoint, createEndpointOfModel, untilInService } from "./support/endpoints";
import { makeRichEndpoint, RICH_SECRET } from "./support/rich-endpoint";
import { expect, test } from "./support/test";

const SENTIMENT = { model: "afinn-sentiment", task: "text-classification" };

test("a parked endpoint leaves nothing, and is restored as it was in one click", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const name = uniqueName("park");
  await makeRichEndpoint(name);
  const before = await describeAll(name);

  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Park…" }).click();
  const dialog = page.getByRole("dialog", { name: `Park ${name}` });
  await expect(dialog.getByText(/Saves \$[\d.]+\/h/)).toBeVisible();
  const kept = dialog.getByRole("region", { name: "Kept in the console, encrypted" });
  await expect(kept.getByText("1 shadow variant")).toBeVisible();
  await expect(kept.getByText("Scaling of 1 variant: 2 policies, 1 scheduled action")).toBeVisible();
  const deleted = dialog.getByRole("region", { name: "Deleted" });
  await expect(deleted.getByText(`${name}-errors`)).toBeVisible();
  await expect(deleted.getByText(`${name}-shadow`)).toBeVisible();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Park endpoint" }).click();

  await expect(page).toHaveURL(/\/local\/operations\/[\w-]+$/);
  await page.getByRole("link", { name: "Parked endpoints" }).click({ timeout: 30_000 });
  expect(await inventoryOf(name)).toStrictEqual(EMPTY_INVENTORY);

  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row.getByText("Parked", { exact: true })).toBeVisible();
  await row.getByRole("button", { name, exact: true }).click();
  const shown = page.getByRole("dialog", { name });
  await expect(shown.getByText("CreateEndpointConfig")).toBeVisible();
  expect(await shown.textContent()).not.toContain(RICH_SECRET);
  await expect(page).toHaveURL(/\/local\/parked\?id=/);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: `Restore ${name}` }).click();
  await expect(page).toHaveURL(/\/local\/operations\/[\w-]+$/);
  await page.getByRole("link", { name: "The endpoint" }).click({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText("InService").first()).toBeVisible();
  expect(await describeAll(name)).toStrictEqual(before);
  await page.goto("/local/parked");
  await expect(page.getByRole("navigation", { name: "Endpoints by state" })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
});

test("a name that somebody took stops the restore with a way on, and the parked one can be discarded", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  test.setTimeout(90_000);
  const name = uniqueName("taken");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await createEndpointOfModel(`${name}-twin`, name);
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Park…" }).click();
  const dialog = page.getByRole("dialog", { name: `Park ${name}` });
  const stays = dialog.getByRole("region", { name: "Stays in the account" });
  await expect(stays.getByText(`The endpoint ${name}-twin still uses it.`)).toBeVisible();
  await dialog.getByRole("button", { name: "Park endpoint" }).click();
  await page.getByRole("link", { name: "Parked endpoints" }).click({ timeout: 30_000 });
  await createEndpointOfModel(name, name);

  await page.getByRole("button", { name: `Restore ${name}`, exact: true }).click();
  await expect(page.getByText(`There is an endpoint ${name} already.`)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Discard…" }).click();
  const discard = page.getByRole("dialog", { name: "Discard parked endpoint" });
  await discard.getByRole("textbox").fill(name);
  await discard.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("button", { name: `Restore ${name}`, exact: true })).toHaveCount(0);
  expect((await inventoryOf(name)).endpoints).toStrictEqual([name, `${name}-twin`]);
});

test("a viewer sees what is parked and that restoring needs another role", async ({ page, asRole, uniqueName }) => {
  const name = uniqueName("look");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Park…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Park endpoint" }).click();
  await expect(page.getByRole("link", { name: "Parked endpoints" })).toBeVisible({ timeout: 30_000 });
  const viewer = await asRole("viewer");
  await viewer.goto("/local/parked");
  await expect(viewer.getByRole("button", { name: `Restore ${name}` })).toBeDisabled();
  await viewer.getByRole("button", { name: `More for ${name}` }).click();
  await expect(viewer.getByRole("menuitem", { name: /Discard…/ })).toContainText("Needs the operator role.");
});
