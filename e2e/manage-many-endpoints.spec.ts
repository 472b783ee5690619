import { EMPTY_INVENTORY, inventoryOf } from "./support/endpoint-parts";
import {
  createBundledEndpoint,
  createEndpointOfModel,
  deleteDirectly,
  tagEndpoint,
  tagsOf,
  untilInService,
} from "./support/endpoints";
import { expect, test } from "./support/test";

const SENTIMENT = { model: "afinn-sentiment", task: "text-classification" };

test("several endpoints are selected by keyboard, tagged together and deleted together with what only they use", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const name = uniqueName("many");
  await createBundledEndpoint({ name: `${name}-a`, ...SENTIMENT });
  await createEndpointOfModel(`${name}-b`, `${name}-a`);
  await untilInService(`${name}-a`);
  await untilInService(`${name}-b`);
  await tagEndpoint(`${name}-a`, "stage", "old");
  await page.goto(`/local/endpoints?search=${name}`);
  const table = page.getByRole("table", { name: "Endpoints" });
  await expect(table.getByRole("row")).toHaveCount(3);

  const bar = page.getByRole("region", { name: "Selected endpoints" });
  await table.getByRole("checkbox", { name: `Select ${name}-a` }).press("Space");
  await expect(bar.getByText("1 selected")).toBeVisible();
  await table.getByRole("checkbox", { name: "Select all rows" }).press("Space");
  await expect(bar.getByText("2 selected")).toBeVisible();
  await expectAccessible();

  await bar.getByRole("button", { name: "Tags…" }).press("Enter");
  const tags = page.getByRole("dialog", { name: "Tags of 2 endpoints" });
  await tags.getByRole("checkbox", { name: /stage = old/ }).uncheck();
  await tags.getByRole("textbox", { name: "Key" }).fill("aws:mine");
  await tags.getByRole("button", { name: "Save tags" }).click();
  await expect(tags.getByText("Keys that begin with aws: are AWS's own.")).toBeVisible();
  await tags.getByRole("textbox", { name: "Key" }).fill("team");
  await tags.getByRole("textbox", { name: "Value" }).fill("search");
  await expectAccessible();
  await tags.getByRole("button", { name: "Save tags" }).click();
  await expect(tags).toHaveCount(0);
  for (const each of ["a", "b"]) expect(await tagsOf(`${name}-${each}`)).toStrictEqual({ team: "search" });

  await bar.getByRole("button", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 2 endpoints" });
  await expect(dialog.getByText(`1 model ${name}-a`).first()).toBeVisible();
  await expectAccessible();
  const confirm = dialog.getByRole("button", { name: "Delete 2 endpoints" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill("delete 2 endpoints");
  await confirm.click();
  const progress = page.getByRole("dialog", { name: "Deleting 2 endpoints" });
  await expect(progress.getByText("Deleted", { exact: true })).toHaveCount(2, { timeout: 30_000 });
  await progress.getByRole("button", { name: "Close" }).first().click();
  await expect(bar).toHaveCount(0);
  await expect(async () => expect(await inventoryOf(name)).toStrictEqual(EMPTY_INVENTORY)).toPass();
});

test("one that somebody else deleted meanwhile is listed as failed, and the rest go", async ({ page, uniqueName }) => {
  test.setTimeout(90_000);
  const name = uniqueName("some");
  await createBundledEndpoint({ name: `${name}-a`, ...SENTIMENT });
  await createBundledEndpoint({ name: `${name}-b`, ...SENTIMENT });
  await untilInService(`${name}-a`);
  await untilInService(`${name}-b`);
  await page.goto(`/local/endpoints?search=${name}`);
  await page.getByRole("checkbox", { name: "Select all rows" }).check();
  await page.getByRole("button", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 2 endpoints" });
  await expect(dialog.getByText(`1 model ${name}-b`)).toBeVisible();
  await deleteDirectly(`${name}-b`);
  await dialog.getByRole("textbox").fill("delete 2 endpoints");
  await dialog.getByRole("button", { name: "Delete 2 endpoints" }).click();
  const progress = page.getByRole("dialog", { name: "Deleting 2 endpoints" });
  await expect(progress.getByText("Deleted", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(progress.getByText("Not begun")).toBeVisible();
  await expect(progress.getByRole("button", { name: `Retry ${name}-b` })).toBeVisible();
  await progress.getByRole("button", { name: `Retry ${name}-b` }).click();
  await expect(progress.getByText(/Could not find endpoint/)).toBeVisible();
});

test("the tags of one endpoint are edited on its page", async ({ page, uniqueName }) => {
  const name = uniqueName("tags");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "Edit tags" }).click();
  const dialog = page.getByRole("dialog", { name: `Tags of ${name}` });
  await dialog.getByRole("textbox", { name: "Key" }).fill("owner");
  await dialog.getByRole("textbox", { name: "Value" }).fill("ada");
  await dialog.getByRole("button", { name: "Add another" }).click();
  await dialog.getByRole("textbox", { name: "Key" }).fill("stage");
  await dialog.getByRole("button", { name: "Save tags" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("owner = ada")).toBeVisible();
  expect(await tagsOf(name)).toStrictEqual({ owner: "ada", stage: "" });
});

test("a viewer can select but neither delete nor tag", async ({ asRole, uniqueName }) => {
  const name = uniqueName("read");
  await createBundledEndpoint({ name, ...SENTIMENT });
  const page = await asRole("viewer");
  await page.goto(`/local/endpoints?search=${name}`);
  await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  const bar = page.getByRole("region", { name: "Selected endpoints" });
  await expect(bar.getByRole("button", { name: "Delete…" })).toBeDisabled();
  await expect(bar.getByRole("button", { name: "Tags…" })).toBeDisabled();
  await expect(bar.getByText("Needs the operator role.")).toBeVisible();
});
