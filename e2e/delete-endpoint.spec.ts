import { EMPTY_INVENTORY, inventoryOf } from "./support/endpoint-parts";
import {
  alarmsNamed,
  createBundledEndpoint,
  createEndpointOfModel,
  scaleAutomatically,
  untilInService,
  wakeByAlarm,
} from "./support/endpoints";
import { makeRichEndpoint } from "./support/rich-endpoint";
import { expect, test } from "./support/test";

const SENTIMENT = { model: "afinn-sentiment", task: "text-classification" };

test("deleting shows what goes and what stays, asks for the name, and the endpoint is gone", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("delete");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await scaleAutomatically(name, 1, 4);
  await wakeByAlarm(name);
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();

  const dialog = page.getByRole("dialog", { name: "Delete endpoint" });
  await expect(dialog.getByRole("checkbox", { name: `Endpoint config ${name}` })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: `Model ${name}` })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: "Automatic scaling of AllTraffic" })).toBeDisabled();
  await expect(
    dialog.getByText("1 to 4 instances. It is deregistered with its policies and scheduled actions."),
  ).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: `Alarm ${name}-wake` })).toBeChecked();
  await expect(dialog.getByText(`/aws/sagemaker/Endpoints/${name}`)).toBeVisible();
  await expectAccessible();

  const confirm = dialog.getByRole("button", { name: "Delete endpoint" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill(name);
  await confirm.click();
  await expect(page).toHaveURL(/\/local\/endpoints$/);
  await page.goto(`/local/endpoints/${name}`);
  await expect(page.getByText("This endpoint does not exist")).toBeVisible({ timeout: 30_000 });
  expect(await alarmsNamed(`${name}-wake`)).toEqual([]);
});

test("a complete deletion leaves nothing in the account, and what was kept is listed afterwards", async ({
  page,
  uniqueName,
}) => {
  test.setTimeout(120_000);
  const name = uniqueName("whole");
  await makeRichEndpoint(name);
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete endpoint" });
  await expect(dialog.getByRole("checkbox", { name: `Model ${name}-shadow` })).toBeChecked();
  const config = dialog.getByRole("checkbox", { name: `Endpoint config ${name}-config`, exact: true });
  await config.uncheck();
  await expect(dialog.getByRole("checkbox", { name: `Model ${name}-main` })).toBeDisabled();
  await config.check();
  await expect(dialog.getByRole("checkbox", { name: `Model ${name}-main` })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: `Alarm ${name}-wake` })).toBeChecked();
  // Made by another tool: it goes only when somebody says so.
  await dialog.getByRole("checkbox", { name: `Alarm ${name}-errors` }).check();
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Delete endpoint" }).click();
  await expect(page).toHaveURL(/\/local\/endpoints$/);
  await expect(async () => expect(await inventoryOf(name)).toStrictEqual(EMPTY_INVENTORY)).toPass({ timeout: 15_000 });
});

test("what was taken off the list is listed after the deletion", async ({ page, uniqueName }) => {
  const name = uniqueName("kept");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete endpoint" });
  await dialog.getByRole("checkbox", { name: `Model ${name}` }).uncheck();
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Delete endpoint" }).click();
  const after = page.getByRole("dialog", { name: "Deleted, and some parts stay" });
  await expect(after.getByText(`model ${name}. It was not chosen.`)).toBeVisible();
  await expect(after.getByText(`log group /aws/sagemaker/Endpoints/${name}`)).toBeVisible();
  await after.getByRole("button", { name: "Close" }).first().click();
  await expect(page).toHaveURL(/\/local\/endpoints$/);
  expect(await inventoryOf(name)).toMatchObject({ models: [name], configs: [] });
});

test("a model that another endpoint uses stays, and says whose it is", async ({ page, uniqueName }) => {
  const name = uniqueName("shared");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await createEndpointOfModel(`${name}-twin`, name);
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete endpoint" });
  await expect(dialog.getByText(`The endpoint ${name}-twin still uses it.`)).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: `Model ${name}` })).toHaveCount(0);
});

test("a viewer sees that deleting needs another role", async ({ asRole, uniqueName }) => {
  const name = uniqueName("viewer");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  const page = await asRole("viewer");
  await page.goto(`/local/endpoints/${name}`);
  await page.getByRole("button", { name: "More actions" }).click();
  const item = page.getByRole("menuitem", { name: /Delete…/ });
  await expect(item).toBeDisabled();
  await expect(item).toContainText("Needs the operator role.");
});
