import { haveErrors, isTelling, putAlarm } from "./support/alarms";
import { expect, test } from "./support/test";

const POLICY = "arn:aws:autoscaling:us-east-1:111122223333:scalingPolicy:1:resource/sagemaker/x:policyName/p";

test("an alarm is found, edited, deleted and brought back; its history keeps it all", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const endpoint = uniqueName("watched");
  const name = `${endpoint}-errors`;
  await haveErrors(endpoint, [0, 9, 9, 9]);
  await putAlarm(name, endpoint);
  await putAlarm(`TargetTracking-endpoint/${endpoint}/variant/AllTraffic-AlarmHigh-1`, endpoint, [POLICY]);

  // What somebody read a moment ago may lack it.
  const row = page.getByRole("row", { name: new RegExp(`${name} `) });
  await expect(async () => {
    await page.goto("/local/alarms");
    await page.getByRole("searchbox", { name: "Search alarms" }).fill(endpoint);
    await expect(page).toHaveURL(new RegExp(`search=${endpoint}`), { timeout: 3_000 });
    await expect(row).toContainText("In alarm", { timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  await page.getByRole("button", { name: "OK", exact: true }).click();
  await expect(page.getByText("No alarm matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.getByRole("combobox", { name: "Endpoint" }).selectOption(endpoint);

  const owned = page.getByRole("row", { name: /TargetTracking-/ });
  await expect(owned).toContainText("scaling");
  await owned.getByRole("button", { name: /^Actions for TargetTracking/ }).click();
  await expect(page.getByRole("menuitem", { name: /Edit…/ })).toBeDisabled();
  await expect(page.getByRole("menuitem", { name: /Delete…/ })).toContainText("A scaling policy owns it");
  await page.keyboard.press("Escape");

  await row.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit alarm" });
  await expect(dialog.getByRole("status")).toContainText("Would have fired 1 time in this window");
  await dialog.getByRole("spinbutton", { name: "Threshold value" }).fill("12");
  await expect(dialog.getByRole("status")).toContainText("Would have fired 0 times in this window");
  await dialog.getByRole("spinbutton", { name: "of the last" }).fill("2");
  await dialog.getByRole("spinbutton", { name: "in", exact: true }).fill("3");
  await dialog.getByRole("button", { name: "Save alarm" }).click();
  await expect(dialog.getByText("No more than the periods that are looked at.")).toBeVisible();
  await dialog.getByRole("spinbutton", { name: "in", exact: true }).fill("2");
  await dialog.getByRole("button", { name: "Save alarm" }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText("5XX errors ≥ 12 in 2 of 2 minutes");
  await expect(row).toContainText("OK");

  await row.getByRole("link", { name }).click();
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await expect(page).toHaveTitle(/Alarms/);
  await expectAccessible();
  await page.getByRole("dialog").getByRole("button", { name: "Delete alarm" }).click();
  await expect(page).toHaveURL(/\/local\/alarms$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`Alarm ${name} is back`)).toBeVisible();
  await page.goto(`/local/alarms?alarm=${name}`);
  const history = page.getByRole("table", { name: "History" });
  await expect(history).toContainText(`Alarm "${name}" deleted`);
  await expect(history).toContainText(`Alarm "${name}" updated`);
  await expect(history).toContainText("Alarm updated from ALARM to OK");
});

test("an alarm tells nobody while its actions are switched off", async ({ page, uniqueName, expectAccessible }) => {
  const endpoint = uniqueName("muted");
  const name = `${endpoint}-errors`;
  await putAlarm(name, endpoint, ["arn:aws:sns:us-east-1:111122223333:pager"]);
  const row = page.getByRole("row", { name: new RegExp(`${name} `) });
  await expect(async () => {
    await page.goto(`/local/alarms?endpoint=${endpoint}`);
    await expect(row).toContainText("pager", { timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  for (const [item, told, isOn] of [
    ["Disable actions", "tells nobody any more", false],
    ["Enable actions", "acts again", true],
  ] as const) {
    await row.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
    await expect(page.getByText(`Alarm ${name} ${told}`)).toBeVisible();
    await expect(row.getByText("actions off")).toHaveCount(isOn ? 0 : 1);
    expect(await isTelling(name)).toBe(isOn);
    await expectAccessible();
  }
});

test("a viewer sees alarms and that changing them needs another role", async ({ asRole, uniqueName }) => {
  const endpoint = uniqueName("seen");
  await putAlarm(`${endpoint}-errors`, endpoint);
  const page = await asRole("viewer");
  const button = page.getByRole("button", { name: "Edit alarm" });
  await expect(async () => {
    await page.goto(`/local/alarms?alarm=${endpoint}-errors`);
    await expect(button).toBeDisabled({ timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  await expect(page.getByText("Needs the operator role.")).toBeVisible();
});
