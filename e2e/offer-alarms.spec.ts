import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

test("a deploy makes the usual alarms with it, reviewed as they are sent", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("guarded");
  await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await page.getByRole("checkbox", { name: "Create the usual alarms" }).check();
  await expect(page.getByRole("list", { name: "Alarms to create" }).getByRole("listitem")).toHaveCount(4);
  await expect(page).toHaveURL(/alarms=usual/);
  await expectAccessible();
  await page.getByRole("button", { name: "Review the requests" }).click();
  const requests = page.getByRole("figure", { name: "Requests" });
  await requests.getByRole("radio", { name: "PutMetricAlarm × 4" }).check({ force: true });
  await expect(requests).toContainText(`"AlarmName": "${name}-disk"`);
  await expectAccessible();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByRole("list", { name: "Stages" }).getByText("Alarms", { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await untilInService(name);
  await expect(page.getByRole("list", { name: "Alarms of this endpoint" }).getByRole("listitem")).toHaveCount(4, {
    timeout: 60_000,
  });
  await page.goto(`/local/activity?search=${name}`);
  await expect(page.getByRole("table", { name: "Activity" })).toContainText(`alarms ${name}-5xx-errors`);
});

test("a new endpoint gets its usual alarms in one press, and they go with it", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("offered");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}`);
  const panel = page.getByRole("region", { name: "Alarms", exact: true });
  for (const words of [
    "5XX errors ≥ 5 in 3 of 3 minutes",
    "p99 model latency ≥ 10 s in 3 of 5 minutes",
    "Instances < 1 in 5 of 5 minutes",
    "highest disk ≥ 90% in 3 of 5 minutes",
  ]) {
    await expect(panel.getByRole("checkbox", { name: words })).toBeChecked();
  }
  await expectAccessible();
  await panel.getByRole("checkbox", { name: /disk/ }).uncheck();
  await panel.getByRole("button", { name: "Create 3 alarms" }).click();

  const list = panel.getByRole("list", { name: "Alarms of this endpoint" });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await expect(list.getByRole("link", { name: `${name}-no-capacity` })).toBeVisible();
  await panel.getByText("Further usual alarms").click();
  await panel.getByRole("button", { name: "Create 1 alarm" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(4);
  await expect(panel.getByText("Further usual alarms")).toBeHidden();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete endpoint" });
  for (const id of ["5xx-errors", "p99-latency", "no-capacity", "disk"]) {
    await expect(dialog.getByRole("checkbox", { name: `Alarm ${name}-${id}` })).toBeChecked();
  }
  await dialog.getByRole("checkbox", { name: `Alarm ${name}-disk` }).uncheck();
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Delete endpoint" }).click();
  const remainder = page.getByRole("dialog", { name: "Deleted, and some parts stay" });
  await expect(remainder.getByText(`alarm ${name}-disk. It was not chosen.`)).toBeVisible();
  await remainder.getByRole("button", { name: "Close" }).first().click();
  await expect(page).toHaveURL(/\/local\/endpoints$/);
  await page.goto(`/local/alarms?endpoint=${name}`);
  await expect(page.getByRole("table", { name: "Alarms" }).getByRole("link", { name: `${name}-disk` })).toBeVisible();
  await expect(page.getByRole("link", { name: `${name}-5xx-errors` })).toBeHidden();
});
